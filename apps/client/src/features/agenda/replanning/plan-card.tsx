import type { Command } from '@werkraum/protocol';
import { Check, TriangleAlert } from 'lucide-preact';
import { formatList, formatTime } from '../../../i18n/format.ts';
import { useLanguage, useT } from '../../../i18n/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { PlanStrip } from './plan-strip.tsx';
import type { PlanModel, SheetModel } from './plans.model.ts';
import styles from './replan-sheet.module.css';
import { useLength } from './use-length.ts';

interface PlanCardProps {
  plan: PlanModel;
  model: SheetModel;
  apply(command: Command): void;
}

/** One strategy: what it does to the agenda, whether that is enough, and the button that applies it. */
export function PlanCard({ plan, model, apply }: PlanCardProps) {
  const t = useT('replanning');
  const language = useLanguage();
  const length = useLength();
  const { strategy, shortMs, spareMs, dropped, squeezed, command } = plan;
  const name = t(`strategy.${strategy}`);
  const end = formatTime(plan.endsAt, language);
  return (
    <section class={styles.card} data-short={shortMs > 0}>
      <h3 class={styles.name}>
        {name} <small>{t(`${model.grows ? 'growHint' : 'strategyHint'}.${strategy}`)}</small>
      </h3>
      <PlanStrip strip={plan} untilShare={model.untilShare} label={t('strip.label', { name, end })} />
      <div class={styles.verdict}>
        <p>
          <strong class="figures">{t('sheet.ends', { end })}</strong>
          {shortMs > 0 && (
            <span class={styles.short}>
              <TriangleAlert size={16} aria-hidden="true" /> {t('sheet.short', { minutes: length(shortMs) })}
            </span>
          )}
          {spareMs >= 1_000 && <span>{t('sheet.spare', { minutes: length(spareMs) })}</span>}
          {dropped.length > 0 && <span>{t('sheet.drops', { list: formatList(dropped, language) })}</span>}
          {squeezed.length > 0 && (
            <span class={styles.short}>
              <TriangleAlert size={16} aria-hidden="true" />{' '}
              {t('sheet.squeezed', { list: formatList(squeezed, language) })}
            </span>
          )}
        </p>
        {command && (
          <Button icon={Check} aria-label={t('sheet.applyNamed', { name })} onClick={() => apply(command)}>
            {t('sheet.apply')}
          </Button>
        )}
      </div>
    </section>
  );
}
