import type { Encounters } from '@werkraum/planning/encounters';
import { formatList } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import styles from './encounter-table.module.css';
import { strangers, type Tour } from './encounters.model.ts';

/** So many names are written out. */
const MOST_NAMES = 8;
/** More lines than this are unfolded only when asked for. */
const MOST_LINES = 12;

/** Who misses whom, in words. */
export function StrangersList({ tour, encounters }: { tour: Tour; encounters: Encounters }) {
  const t = useT('rotation');
  const language = useLanguage();
  const lists = strangers(tour, encounters);
  if (lists.length === 0) return <p>{t('everybodyMeets')}</p>;
  const list = (
    <ul>
      {lists.map(({ guest, misses }) => {
        const rest = misses.length - MOST_NAMES;
        const names = rest > 0 ? misses.slice(0, MOST_NAMES).join(', ') : formatList(misses, language);
        return (
          <li key={guest.seatId}>{t(rest > 0 ? 'missesMore' : 'misses', { name: guest.name, names, count: rest })}</li>
        );
      })}
    </ul>
  );
  return (
    <section class={styles.strangers} aria-label={t('strangers')}>
      <h3>{t('strangers')}</h3>
      {lists.length <= MOST_LINES ? (
        list
      ) : (
        <details>
          <summary>{t('strangersMany', { count: lists.length })}</summary>
          {list}
        </details>
      )}
    </section>
  );
}
