import type { SessionView } from '@werkraum/protocol';
import { formatList } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { bars, meanOf, type PollLine } from './polls.model.ts';
import styles from './polls.module.css';

/** What came of a poll: bars with their figures as text, so that nobody has to measure them. */
export function Results({ line, people }: { line: PollLine; people: SessionView['people'] }) {
  const t = useT('polls');
  const language = useLanguage();
  const rows = bars(line, people);
  const votes = line.results?.votes ?? 0;
  const mean = meanOf(line);
  return (
    <div class={styles.results}>
      {rows ? (
        <ol class={styles.bars}>
          {rows.map(({ label, count, percent, length, who }) => (
            <li key={label} class={styles.bar}>
              <span class={styles.label}>{label}</span>
              <span class={`${styles.value} figures`}>
                {percent === undefined ? count : t('share', { count, percent })}
              </span>
              <span class={styles.track} aria-hidden="true">
                <span class={styles.fill} style={{ inlineSize: `${100 * length}%` }} />
              </span>
              {who.length > 0 && <span class={styles.who}>{formatList(who, language)}</span>}
            </li>
          ))}
        </ol>
      ) : (
        <p class={styles.about}>{t('tooFew')}</p>
      )}
      <p class={`${styles.about} figures`}>
        {t('votes', { count: votes })}
        {mean !== undefined && ` · ${t('mean', { mean: mean.toLocaleString(language) })}`}
      </p>
    </div>
  );
}
