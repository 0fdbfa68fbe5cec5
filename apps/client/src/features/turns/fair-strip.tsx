import { type Translate, useT } from '../../i18n/i18n.ts';
import { duration } from './clock-words.ts';
import styles from './fair-strip.module.css';
import type { FairShareModel } from './keeper.model.ts';

/** The input time that is left, cut into what the speaker still has and one equal share for everybody who waits. */
export function FairStrip(model: FairShareModel) {
  const t = useT('timekeeping');
  const somebody = useT('turns')('somebody');
  const { eachMs, nowMs, names } = model;
  return (
    <section class={styles.fair} aria-label={t('fair.title')}>
      <div class={styles.strip} aria-hidden="true">
        {nowMs !== undefined && nowMs > 0 && <span class={styles.now} style={{ flexGrow: nowMs }} />}
        {names.map((name, index) => (
          // Shares have no identity beyond their place, and the same name may stand there twice.
          <span key={index} class={styles.share} style={{ flexGrow: eachMs }}>
            {name ?? somebody}
          </span>
        ))}
      </div>
      <p class={styles.words}>{fairWords(t, model, somebody)}</p>
    </section>
  );
}

function fairWords(
  t: Translate<'timekeeping'>,
  { eachMs, names, changed, shrinksBy }: FairShareModel,
  somebody: string,
) {
  const each = t('fair.each', { count: names.length, time: duration(eachMs) });
  if (shrinksBy) return `${each} ${t('fair.shrinks', { name: shrinksBy.name ?? somebody })}`;
  if (!changed) return each;
  const { wasMs, usedMs, name = somebody } = changed;
  return `${each} ${t('fair.changed', { was: duration(wasMs), used: duration(usedMs), name })}`;
}
