import type { CallHelp, CancelHelp, ClearHelp, RoomId, SignalTable } from '@werkraum/protocol';
import type { Seat } from '../people/people.ts';
import { placeOf } from '../places.ts';
import { assertNever, entries, values } from '../records.ts';
import { seatOfActor } from '../seats.ts';
import { accept, type Context, type Decision, type Fact, reject, type Session } from '../session.ts';
import type { OpenRound } from './breakouts.ts';
import { roundInUse } from './in-use.ts';

export type SignalCommand = CallHelp | CancelHelp | ClearHelp | SignalTable;

/** Decides what a table tells staff: that it needs somebody, and how it stands with its time [BR-20 to BR-23]. */
export function decideSignals(session: Session, command: SignalCommand, { actor, now }: Context): Decision {
  const { open } = session.breakouts;
  const seat = seatOfActor(session, actor);
  if (!seat) return reject('not-admitted');
  if (!open) return reject('tables-not-open');
  const { roomId } = command;
  if (!roundInUse(session)?.tables.some((table) => table.roomId === roomId)) return reject('no-such-table');
  if (command.type === 'clear-help') return accept(...answerHelp(open, roomId));
  if (!sitsAt(session, seat, roomId)) return reject('not-at-this-table');
  const at = { phaseId: open.phaseId, roomId };
  switch (command.type) {
    case 'call-help':
      if (open.help[roomId] || isVisited(open, roomId)) return accept();
      return accept({ type: 'help-called', ...at, seatId: seat.id, at: now });
    case 'cancel-help':
      return accept(...answerHelp(open, roomId));
    case 'signal-table':
      if ((open.signals[roomId]?.signal ?? 'none') === command.signal) return accept();
      return accept({ type: 'table-signalled', ...at, seatId: seat.id, signal: command.signal });
    default:
      return assertNever(command);
  }
}

/** The fact that a table's call is answered; nothing when it has not called. */
export const answerHelp = ({ phaseId, help }: OpenRound, roomId: RoomId): Fact[] =>
  help[roomId] ? [{ type: 'help-cleared', phaseId, roomId }] : [];

/** The phase was extended: tables that asked for more time have got it [BR-23]. */
export function answerMoreTime({ breakouts: { open } }: Session): Fact[] {
  if (!open) return [];
  return entries(open.signals)
    .filter(([, { signal }]) => signal === 'more-time')
    .map(([roomId]) => ({ type: 'table-signalled', phaseId: open.phaseId, roomId, signal: 'none' }));
}

// A visitor is at the table and does not speak for it.
const sitsAt = (session: Session, { id }: Seat, roomId: RoomId): boolean =>
  placeOf(session, id) === roomId && session.breakouts.open?.visits[id] === undefined;

const isVisited = ({ visits }: OpenRound, roomId: RoomId): boolean => values(visits).includes(roomId);
