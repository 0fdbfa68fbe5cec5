import {
  type Audience,
  applyMergePatch,
  type BalanceView,
  type ConnectRefusal,
  type Farewell,
  type Json,
  type ReactionsView,
  type ServiceStatus,
  type SliceMessage,
} from '@werkraum/protocol';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** How the line to the server is. `refused` and `closed` are final: only the person can change that. */
export interface Link {
  state: 'connecting' | 'connected' | 'reconnecting' | 'refused' | 'closed';
  refusal?: ConnectRefusal;
  /** The server's last word, kept while the line is down or closed. */
  farewell?: Farewell;
}

/** One audience's document as the server last told it. */
export interface Slice {
  revision: number;
  doc: Json;
}

export interface RoomState {
  slices: Readonly<Record<string, Slice>>;
  link: Link;
  service: ServiceStatus;
  /** What was told last of who has spoken how long. */
  balance: BalanceView;
  /** The fleeting signs that came last; the number tells them from the same ones before. */
  reactions?: { number: number; view: ReactionsView } | undefined;
}

export type RoomStore = StoreApi<RoomState>;

/** An empty room: nothing heard from the server yet. */
export const createRoomStore = (initial: Partial<RoomState> = {}): RoomStore =>
  createStore<RoomState>(() => ({
    slices: {},
    link: { state: 'connecting' },
    service: { saving: true, video: 'on' },
    balance: {},
    ...initial,
  }));

/** Takes in what the server said. `gap`: a patch was missed and the caller asks for the whole document. */
export function receive(store: RoomStore, message: SliceMessage): 'applied' | 'gap' {
  const held = heldSlice(store, message.audience);
  if (message.kind === 'gone') {
    const { [message.audience]: _, ...slices } = store.getState().slices;
    store.setState({ slices });
    return 'applied';
  }
  if (message.kind === 'patch' && held?.revision !== message.base) return 'gap';
  const doc = message.kind === 'patch' ? applyMergePatch(held?.doc, message.patch as Json) : (message.doc as Json);
  store.setState(({ slices }) => ({
    slices: { ...slices, [message.audience]: { revision: message.revision, doc } },
  }));
  return 'applied';
}

const heldSlice = (store: RoomStore, audience: Audience): Slice | undefined => {
  const { slices } = store.getState();
  return Object.hasOwn(slices, audience) ? slices[audience] : undefined;
};

/** Forgets every document: the person has no right to them any more. */
export const forgetEverything = (store: RoomStore): void =>
  store.setState({ slices: {}, balance: {}, reactions: undefined });

/** Watches a new connection replace the documents of the one before. */
export interface Renewal {
  /** The line is up again: what is held is old until it is sent anew. */
  begin(): void;
  hear(message: SliceMessage): void;
}

/**
 * After a reconnect the old documents stay readable until the new ones have come. The seat's own comes last [WI-13]:
 * what was not sent by then is no longer this person's to see.
 */
export function createRenewal(store: RoomStore): Renewal {
  const old = new Set<string>();
  return {
    begin() {
      old.clear();
      for (const audience of Object.keys(store.getState().slices)) old.add(audience);
    },
    hear({ kind, audience }) {
      if (kind === 'snapshot') old.delete(audience);
      if (kind !== 'snapshot' || !audience.startsWith('seat:') || old.size === 0) return;
      const kept = Object.entries(store.getState().slices).filter(([held]) => !old.has(held));
      store.setState({ slices: Object.fromEntries(kept) });
      old.clear();
    },
  };
}
