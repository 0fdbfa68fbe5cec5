import type {
  BalanceView,
  FacilitatorsView,
  FormerTableView,
  Instant,
  Json,
  RoomView,
  SeatView,
  ServiceStatus,
  SessionView,
  StaffView,
} from '@werkraum/protocol';
import type { Connection, Send } from './connection.ts';
import type { NotesLine } from './notes-line.ts';
import { createRoomStore, type Link, type RoomState, type Slice } from './room-store.ts';
import { silentNotes } from './silent-notes.ts';
import { frozenTicker } from './ticker.ts';

/** Documents as a server could have sent them. */
export interface LiteralRoom {
  you?: SeatView;
  session?: SessionView;
  staff?: StaffView;
  facilitators?: FacilitatorsView;
  room?: RoomView;
  /** Tables that have closed and this person sat at. */
  former?: readonly FormerTableView[];
  link?: Link;
  service?: ServiceStatus;
  balance?: BalanceView;
  reactions?: RoomState['reactions'];
  /** The moment the clocks show. */
  now?: Instant;
  send?: Send;
  notes?: NotesLine;
}

/** A connection without a server: shows literal documents, for the gallery and for tests. */
export function literalConnection(literal: LiteralRoom): Connection {
  const { you, session, staff, facilitators, room, former = [], link = { state: 'connected' }, now = 0 } = literal;
  const slices: Record<string, Slice> = {};
  const hold = (audience: string, doc: unknown) => {
    if (doc !== undefined) slices[audience] = { revision: 1, doc: doc as Json };
  };
  hold(`seat:${you?.seatId}`, you);
  hold('session', session);
  hold('staff', staff);
  hold('facilitators', facilitators);
  hold(`room:${room?.roomId}`, room);
  for (const table of former) hold(`table:${table.roomId}`, table);
  return {
    store: createRoomStore({
      slices,
      link,
      service: literal.service ?? { saving: true, video: 'on' },
      balance: literal.balance ?? {},
      reactions: literal.reactions,
    }),
    ticker: frozenTicker(now),
    serverNow: () => now,
    send: literal.send ?? (async () => ({ ok: true })),
    tell: () => {},
    react: () => {},
    requestVideoToken: async () => ({ ok: false, reason: 'video-off' }),
    notes: literal.notes ?? silentNotes,
    close: () => {},
  };
}
