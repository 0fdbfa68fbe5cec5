import { useT } from '../../i18n/i18n.ts';
import styles from './encounter-table.module.css';
import { MOST_IN_MATRIX, meetings, type Tour } from './encounters.model.ts';
import { StrangersList } from './strangers-list.tsx';

/** From so many on, times are drawn alike. */
const OFTEN = 3;
const LEGEND = ['0', '1', '2', '3'] as const;

/** Who meets whom how often: a table as far as one can be read, and in any case who misses whom. */
export function EncounterTable({ tour }: { tour: Tour }) {
  const t = useT('rotation');
  const { guests } = tour;
  const encounters = meetings(tour);
  const isReadable = guests.length <= MOST_IN_MATRIX;
  return (
    <div class={styles.encounters}>
      {isReadable ? (
        <div class={styles.sheet}>
          <p class={styles.hint}>{t('matrixHint')}</p>
          <table class={styles.matrix} data-many={guests.length > 16}>
            <caption class={styles.caption}>{t('matrix')}</caption>
            <thead>
              <tr>
                <td />
                {guests.map(({ seatId, name }) => (
                  <th key={seatId} scope="col" title={name}>
                    <span>{name}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {guests.map((guest, one) => (
                <tr key={guest.seatId}>
                  <th scope="row">{guest.name}</th>
                  {guests.map((other, at) => (
                    <Cell key={other.seatId} times={at === one ? undefined : encounters.times(one, at)} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <ul class={styles.legend} aria-hidden="true">
            {LEGEND.map((times) => (
              <li key={times}>
                <span data-times={times}>{times === '3' ? '3+' : times}</span> {t(`legend.${times}`)}
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p class={styles.hint}>{t('tooMany', { most: MOST_IN_MATRIX })}</p>
      )}
      <StrangersList tour={tour} encounters={encounters} />
    </div>
  );
}

function Cell({ times }: { times: number | undefined }) {
  if (times === undefined) return <td class={styles.self}>–</td>;
  return <td data-times={Math.min(times, OFTEN)}>{times}</td>;
}
