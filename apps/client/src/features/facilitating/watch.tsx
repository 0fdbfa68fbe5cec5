import type { Command, RoomId } from '@werkraum/protocol';
import { useEffect, useRef } from 'preact/hooks';
import { useSend, useSession, useStaff, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { chime } from '../../ui/chime.ts';
import { useShortcut } from '../../ui/shortcuts.ts';
import { notify } from '../../ui/toast-store.ts';
import { tableActions } from '../breakouts/table-actions.model.ts';
import { newDoings } from './doings.model.ts';
import { doingSentence, useDoings } from './doings.tsx';
import { visit } from './to-do.model.ts';

/**
 * What reaches a facilitator wherever they look: what the others just did, a table that calls. And the keys to the tables,
 * while tables are in view.
 */
export function FacilitatorWatch({ tablesInView }: { tablesInView: boolean }) {
  useOthersDoings();
  useCalls();
  return tablesInView ? <TableKeys /> : null;
}

function useOthersDoings(): void {
  const t = useT('facilitating');
  const lines = useDoings();
  const newest = lines[0]?.number ?? 0;
  const seen = useRef(newest);
  useEffect(() => {
    for (const line of newDoings(lines, seen.current)) notify({ text: doingSentence(t, line) });
    seen.current = newest;
  }, [newest]);
}

function useCalls(): void {
  const t = useT('facilitating');
  const session = useSession();
  const staff = useStaff();
  const calling = session?.tables?.order.filter((roomId) => staff?.progress[roomId]?.help !== undefined) ?? [];
  const before = useRef<readonly RoomId[]>(calling);
  useEffect(() => {
    const fresh = calling.filter((roomId) => !before.current.includes(roomId));
    before.current = calling;
    for (const roomId of fresh) {
      notify({ text: t('to-do.called', { label: session?.tables?.rooms[roomId]?.label ?? '' }) });
    }
    if (fresh.length > 0) chime('warning');
  }, [calling.join()]);
}

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

function TableKeys() {
  const session = useSession();
  const you = useYou();
  const send = useSend();
  const go = (command: Command | undefined) => command && (() => void send(command));
  const rooms = session?.tables?.order ?? [];
  for (const [at, key] of KEYS.entries()) {
    const roomId = rooms[at];
    useShortcut(key, go(session && you && roomId && visit({ session, you }, roomId)));
  }
  const back = go(session && you && tableActions(session, you).leave);
  useShortcut('b', back);
  useShortcut('Escape', back);
  return null;
}
