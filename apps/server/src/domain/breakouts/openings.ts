import type { Instant, PhaseId, RoomId, SeatId } from '@werkraum/protocol';
import { layBrought } from '../board/laying.ts';
import { type ById, ids } from '../records.ts';
import { isHere, seatOf, tableOf } from '../seats.ts';
import type { Fact, Session } from '../session.ts';
import { appendTurn, closeTurns, queueTurns, reopenTurns } from '../turns/queue.ts';
import type { OpenRound, Round } from './breakouts.ts';
import { membersOf } from './former.ts';
import { headcountOf, type Seats } from './grouping.ts';
import { type BreakoutPhase, seatingAtOpening } from './seating.ts';

/** How long people see where they are going before they are brought there. */
const GATHERING_MS = 60_000;

/** The facts that open a round's tables: the seating, the doors, the turn queues [BR-5]. */
export function openTables(session: Session, phase: BreakoutPhase, now: Instant, gatherMs = GATHERING_MS): Fact[] {
  const round = session.breakouts.rounds[phase.id];
  if (!round) throw new Error(`no round ${phase.id}`);
  const seats = seatingAtOpening(session, round);
  return [
    { type: 'groups-planned', phaseId: phase.id, seats },
    { type: 'tables-opened', phaseId: phase.id, gatherUntil: now + gatherMs, at: now },
    ...layBrought(session, phase),
    ...queues(session, phase, round, seats, now),
  ];
}

// A queue that is already there comes from before an undo: it goes on where it was.
function queues(session: Session, phase: BreakoutPhase, round: Round, seats: Seats, now: Instant): Fact[] {
  // Who was never let in is not waited for; they are appended when they come.
  const isIn = (seatId: SeatId) => seatOf(session, seatId)?.admission === 'admitted';
  const groups = Map.groupBy(ids(seats).filter(isIn), (seatId) => seats[seatId]);
  return round.tables.flatMap(({ roomId }) => {
    const seated = groups.get(roomId) ?? [];
    const queue = session.turns.queues[roomId];
    return queue ? reopenTurns(queue, seated, now) : queueTurns(phase, roomId, seated);
  });
}

/** The facts that close the tables in use, running turns first; nothing when none are. */
export function closeTables(session: Session, now: Instant): Fact[] {
  const { open } = session.breakouts;
  if (!open) return [];
  const { phaseId } = open;
  const members = open.practice ? {} : { members: membersOf(session, open) };
  const closed: Fact = { type: 'tables-closed', phaseId, at: now, people: headcounts(session, phaseId), ...members };
  return [...closeTurns(session.turns, phaseId, now), closed];
}

function headcounts(session: Session, phaseId: PhaseId): ById<RoomId, number> {
  const round = session.breakouts.rounds[phaseId];
  const counts = headcountOf(round?.seats ?? {}, (seatId) => isHere(seatOf(session, seatId)));
  return Object.fromEntries(round?.tables.map(({ roomId }) => [roomId, counts.get(roomId) ?? 0]) ?? []);
}

/** The facts that take a closing of the tables back; nothing when they are not closing. */
export function keepTables(session: Session): Fact[] {
  const { open } = session.breakouts;
  if (open?.state !== 'closing' || open.practice) return [];
  return [{ type: 'tables-kept-open', phaseId: open.phaseId }, ...requeueReturned(session, open)];
}

// Who went back early was passed over if their turn came up; at the table again, they wait again [TU-12].
const requeueReturned = (session: Session, open: OpenRound): Fact[] =>
  ids(open.back).flatMap((seatId) => {
    const table = isHere(seatOf(session, seatId)) ? tableOf(session, seatId) : undefined;
    return table ? appendTurn(session.turns.queues[table], table, seatId) : [];
  });
