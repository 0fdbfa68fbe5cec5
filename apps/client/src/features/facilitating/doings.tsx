import { useFacilitators, useSession, useStaff, useYou } from '../../connection/hooks.ts';
import { formatTime } from '../../i18n/format.ts';
import { type Key, type Translate, useLanguage, useT } from '../../i18n/i18n.ts';
import styles from './desk.module.css';
import { isDoing } from './doing-types.ts';
import { type DoingLine, doingLines } from './doings.model.ts';

/** The last things that were done here by anybody who facilitates, newest first. */
export function useDoings(): readonly DoingLine[] {
  const facilitators = useFacilitators();
  const session = useSession();
  const staff = useStaff();
  const you = useYou();
  return facilitators && session && you ? doingLines(facilitators, session, staff, you.seatId) : [];
}

/** One doing as a sentence: `Kai: +5 min for “Round 1”`. */
export function doingSentence(t: Translate<'facilitating'>, { name, type, values }: DoingLine): string {
  const key: Key<'facilitating'> = isDoing(type) ? `doing.${type}` : 'doing.other';
  return t('doings.line', { name, doing: t(key, values) });
}

const SHOWN = 6;

/** What the others did, for whoever facilitates with them; nothing for somebody who is alone with it. */
export function Doings() {
  const t = useT('facilitating');
  const language = useLanguage();
  const lines = useDoings();
  const session = useSession();
  const together = Object.values(session?.people ?? {}).filter(({ role }) => role === 'facilitator').length > 1;
  if (!together && lines.every(({ own }) => own)) return null;
  return (
    <section class={styles.part}>
      <h3>{t('doings.title')}</h3>
      {lines.length === 0 && <p class={styles.soft}>{t('doings.none')}</p>}
      <ol class={styles.doings}>
        {lines.slice(0, SHOWN).map((line) => (
          <li key={line.number}>
            <span class="figures">{formatTime(line.at, language)}</span>
            <span>{doingSentence(t, line.own ? { ...line, name: t('doings.you') } : line)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
