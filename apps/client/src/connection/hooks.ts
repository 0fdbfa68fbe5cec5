import type {
  BalanceView,
  FacilitatorsView,
  FormerTableView,
  Instant,
  RoomView,
  SeatView,
  ServiceStatus,
  SessionView,
  StaffView,
} from '@werkraum/protocol';
import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import { translate } from '../i18n/i18n.ts';
import { notify } from '../ui/toast-store.ts';
import { useStore } from '../ui/use-store.ts';
import type { Connection, Send } from './connection.ts';
import { useOpenConnection } from './provider.tsx';
import type { Link, RoomState, RoomStore } from './room-store.ts';

export type { Connection, Send } from './connection.ts';
export type { Link } from './room-store.ts';

/** The connection of the room being shown. Throws outside of a room. */
export function useConnection(): Connection {
  const connection = useOpenConnection();
  if (!connection) throw new Error('no connection: wrap this in <ConnectionProvider> or open one first');
  return connection;
}

/** The own seat. Undefined until the server has said something. */
export const useYou = (): SeatView | undefined => useStore(useConnection().store, yourSlice);

/** Calls `listen` now and with every change of the own seat, at once: earlier than the page is drawn. */
export function followYou(store: RoomStore, listen: (you: SeatView | undefined) => void): () => void {
  let before = yourSlice(store.getState());
  listen(before);
  return store.subscribe((state) => {
    const you = yourSlice(state);
    if (you === before) return;
    before = you;
    listen(you);
  });
}

/** What everybody admitted sees. */
export const useSession = (): SessionView | undefined => useStore(useConnection().store, sessionSlice);

/** What facilitators and timekeepers see; undefined for everybody else. */
export const useStaff = (): StaffView | undefined => useStore(useConnection().store, staffSlice);

/** What facilitators see and nobody else does, timekeepers included. */
export const useFacilitators = (): FacilitatorsView | undefined => useStore(useConnection().store, facilitatorsSlice);

/** The room slice of the table one sits at; undefined anywhere else. */
export const useRoomSlice = (): RoomView | undefined => useStore(useConnection().store, roomSlice);

/** The table this person sat at last that has closed, as far as it has a board; undefined while there is none. */
export const useFormerTable = (): FormerTableView | undefined => useStore(useConnection().store, formerTable);

export const useLink = (): Link => useStore(useConnection().store, link);

export const useService = (): ServiceStatus => useStore(useConnection().store, service);

/** The fleeting signs that came last; undefined before the first. */
export const useReactions = (): RoomState['reactions'] => useStore(useConnection().store, reactions);

/** What this person may know of who has spoken how long. */
export const useBalance = (): BalanceView => useStore(useConnection().store, balance);

/**
 * Server time in whole seconds; the component is drawn anew with each of them. With `running` false it stands still:
 * for parts that show a clock only now and then, and are too large to be drawn every second for nothing.
 */
export function useNow(running = true): Instant {
  const { ticker } = useConnection();
  const [, redraw] = useState(ticker.now());
  useLayoutEffect(() => {
    if (!running) return undefined;
    const follow = () => redraw(ticker.now());
    follow();
    return ticker.subscribe(follow);
  }, [ticker, running]);
  return ticker.now();
}

/** Sends a command. A refusal is shown to the person by itself; the reply is for who wants to do more. */
export function useSend(): Send {
  const { send } = useConnection();
  return useCallback<Send>(
    async (command) => {
      const reply = await send(command);
      if (!reply.ok) notify({ kind: 'problem', text: translate('rejections', `rejection.${reply.rejection}`) });
      return reply;
    },
    [send],
  );
}

// The own seat says which other documents still concern it: one that stayed behind from before a move,
// a change of role or a broken line is not shown.
const doc = <T>({ slices }: RoomState, audience: string): T | undefined => slices[audience]?.doc as T | undefined;
const yourSlice = (state: RoomState): SeatView | undefined => {
  const audience = Object.keys(state.slices).find((name) => name.startsWith('seat:'));
  return audience === undefined ? undefined : doc<SeatView>(state, audience);
};
const sessionSlice = (state: RoomState): SessionView | undefined => {
  const you = yourSlice(state);
  return you && you.admission !== 'admitted' ? undefined : doc<SessionView>(state, 'session');
};
const staffSlice = (state: RoomState): StaffView | undefined => {
  const role = yourSlice(state)?.role;
  return role === 'facilitator' || role === 'timekeeper' ? doc<StaffView>(state, 'staff') : undefined;
};
const facilitatorsSlice = (state: RoomState): FacilitatorsView | undefined =>
  yourSlice(state)?.role === 'facilitator' ? doc<FacilitatorsView>(state, 'facilitators') : undefined;
const roomSlice = (state: RoomState): RoomView | undefined => doc<RoomView>(state, `room:${yourSlice(state)?.place}`);
const reactions = (state: RoomState): RoomState['reactions'] => state.reactions;
const formerTable = (state: RoomState): FormerTableView | undefined => {
  const last = yourSlice(state)?.tables?.findLast((roomId) => doc(state, `table:${roomId}`) !== undefined);
  return last && doc<FormerTableView>(state, `table:${last}`);
};
const balance = (state: RoomState): BalanceView => state.balance;
const link = (state: RoomState): Link => state.link;
const service = (state: RoomState): ServiceStatus => state.service;
