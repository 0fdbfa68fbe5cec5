import type { Instant } from '@werkraum/protocol';
import { CalendarClock, Undo2 } from 'lucide-preact';
import { useFacilitators, useNow, useSend, useSession, useYou } from '../../../connection/hooks.ts';
import { formatList, formatTime } from '../../../i18n/format.ts';
import { useLanguage, useT } from '../../../i18n/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { notify } from '../../../ui/toast-store.ts';
import { extended, type Gist, gist, type Segment } from './plans.model.ts';
import styles from './replan-line.module.css';
import { openReplanning } from './replanning-door.ts';
import { useChange, useLength } from './use-length.ts';

/** So many changes are named in one sentence; the sheet shows all. */
const NAMED = 3;
const EXTENSION_MS = 5 * 60_000;

/** Under ahead and behind: what re-planning would come to, the way to it, and the way back. */
export function ReplanLine() {
  const t = useT('replanning');
  const session = useSession();
  const you = useYou();
  const now = useNow();
  if (!session || !you?.may.includes('replan')) return null;
  const short = gist(session.agenda, now);
  return (
    <div class={styles.lines}>
      {short && <GistLine gist={short} />}
      <Button icon={CalendarClock} onClick={() => openReplanning()} aria-keyshortcuts="r">
        {t('open')} <kbd>{t('openKeys')}</kbd>
      </Button>
      <UndoLine />
    </div>
  );
}

function GistLine({ gist: short }: { gist: Gist }) {
  const t = useT('replanning');
  const language = useLanguage();
  const length = useLength();
  const list = useChangeList();
  const end = formatTime(short.endsAt, language);
  if (short.key === 'short') return <p>{t('gist.short', { end, minutes: length(short.shortMs) })}</p>;
  return <p>{t(`gist.${short.key}`, { end, list: list(short.changes) })}</p>;
}

/** Says which phases change, in a few words: `Round 3 20 → 15 min and Reflection 15 → 12 min`. */
export function useChangeList(): (changes: readonly Segment[]) => string {
  const t = useT('replanning');
  const change = useChange();
  const language = useLanguage();
  return (changes) => {
    const named = changes.slice(0, NAMED).map(({ title, ms, wasMs = ms }) => {
      return t('gist.item', { title, change: change(wasMs, ms) });
    });
    return formatList(changes.length > NAMED ? [...named, '…'] : named, language);
  };
}

/** The last re-plan, with the way back, for everybody who facilitates. */
function UndoLine() {
  const t = useT('replanning');
  const language = useLanguage();
  const session = useSession();
  const you = useYou();
  const replanned = useFacilitators()?.replanned;
  const send = useSend();
  if (!session || !you || !replanned) return null;
  const { number, at, by } = replanned;
  const values = { time: formatTime(at, language), name: session.people[by]?.name ?? '' };
  const undo = async () => {
    const { ok } = await send({ type: 'undo-replan', number });
    if (ok) notify({ text: t('undo.done') });
  };
  return (
    <div class={styles.undo} role="status">
      <p>{t(by === you.seatId ? 'undo.you' : 'undo.line', values)}</p>
      {you.may.includes('undo-replan') && (
        <Button icon={Undo2} onClick={() => void undo()}>
          {t('undo.do')}
        </Button>
      )}
    </div>
  );
}

/** Under the buttons that give time: what five minutes more would lead to, when that is too late, and where to take them from. */
export function ExtendLine() {
  const t = useT('replanning');
  const language = useLanguage();
  const length = useLength();
  const session = useSession();
  const you = useYou();
  const now = useNow();
  const after = session && you?.may.includes('replan') ? extended(session.agenda, now, EXTENSION_MS) : undefined;
  if (!after || after.pastMs < 30_000) return null;
  const time = (at: Instant) => formatTime(at, language);
  const values = { minutes: EXTENSION_MS / 60_000, end: time(after.endsAt), until: time(after.target.at) };
  return (
    <div class={styles.extend}>
      <p>{t('extend.past', { ...values, past: length(after.pastMs) })}</p>
      <Button kind="plain" onClick={() => openReplanning(EXTENSION_MS)}>
        {t('extend.take')}
      </Button>
    </div>
  );
}
