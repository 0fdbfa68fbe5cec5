import type { Instant, PhaseId, PhasePlan, RoomId, SeatId } from '@werkraum/protocol';
import type { Seat } from '../people/people.ts';
import { entries, ids, withEntry } from '../records.ts';
import { groupsForRound, groupsWithoutRules } from '../rotation/one-round.ts';
import { indexOfPhase, isHere, seatOf, seatsOf, tableOf, takesPart } from '../seats.ts';
import type { Fact, Session } from '../session.ts';
import { leaveQueue } from '../turns/next.ts';
import { appendTurn } from '../turns/queue.ts';
import type { Round } from './breakouts.ts';
import { emptiest, headcountOf, type Seats, seedFrom, tablesFor } from './grouping.ts';
import { roundInUse } from './in-use.ts';

export type BreakoutPhase = Extract<PhasePlan, { kind: 'breakout-round' }>;

/** The breakout round before this one in the agenda, if there is one. */
export function roundBefore(session: Session, phaseId: PhaseId): Round | undefined {
  const before = session.agenda.phases.slice(0, indexOfPhase(session, phaseId));
  const phase = before.findLast(({ kind }) => kind === 'breakout-round');
  return phase && session.breakouts.rounds[phase.id];
}

/** The same groups as in another round, table by table; people whose table has no counterpart are not seated. */
export function sameGroups(from: Round, to: Round): Seats {
  const counterpart = (roomId: RoomId) => to.tables[from.tables.findIndex((table) => table.roomId === roomId)]?.roomId;
  return Object.fromEntries(
    entries(from.seats).flatMap(([seatId, roomId]) => {
      const room = counterpart(roomId);
      return room ? [[seatId, room]] : [];
    }),
  );
}

/**
 * Who sits where when a round opens: as planned, else as the round's groups come about; nobody without a chair, nobody
 * alone [BR-5, BR-9]. Where people choose, only those sit whom somebody seated: the others choose now [BR-15].
 */
export function seatingAtOpening(session: Session, round: Round): Seats {
  const seats = round.planned ? round.seats : dealtAtOpening(session, round);
  return round.groups === 'choose' ? seats : everybodySeated(session, round, seats);
}

/** A chair for everybody who is here and takes part, and nobody alone at a table. */
export function everybodySeated(session: Session, round: Round, seats: Seats): Seats {
  const here = whoIsHere(session);
  return withoutLonely(session, round, fill(session, round, seats, here));
}

const whoIsHere = (session: Session): Seat[] => seatsOf(session).filter((seat) => takesPart(seat) && isHere(seat));

function dealtAtOpening(session: Session, round: Round): Seats {
  const { groups, phaseId } = round;
  if (groups === 'choose' || groups === 'by-hand') return {};
  const before = groups === 'same' ? roundBefore(session, phaseId) : undefined;
  if (before) return sameGroups(before, round);
  const [people, seed] = [whoIsHere(session), seedFrom(session.id + phaseId)];
  // A round opens in any case: rules that contradict each other are left aside.
  return groupsForRound(session, round, people, seed) ?? groupsWithoutRules(session, round, people, seed);
}

function fill(session: Session, round: Round, seats: Seats, here: readonly Seat[]): Seats {
  const rooms = round.tables.map(({ roomId }) => roomId).slice(0, tablesFor(here.length, round.tables.length));
  const headcount = headcountOf(seats, presentIn(session));
  const filled = here.flatMap(({ id }) => {
    const room = seats[id] ? undefined : emptiest(withRoom(rooms, headcount, round), headcount);
    if (room) headcount.set(room, (headcount.get(room) ?? 0) + 1);
    return room ? [[id, room] as const] : [];
  });
  return { ...seats, ...Object.fromEntries(filled) };
}

// Tables that are full take somebody only when all are.
function withRoom(rooms: readonly RoomId[], headcount: ReadonlyMap<RoomId, number>, { sizes }: Round) {
  const free = sizes ? rooms.filter((room) => (headcount.get(room) ?? 0) < sizes.most) : rooms;
  return free.length > 0 ? free : rooms;
}

function withoutLonely(session: Session, round: Round, seats: Seats): Seats {
  const present = presentIn(session);
  const headcount = headcountOf(seats, present);
  return round.tables.reduce((seated, { roomId }) => {
    if (headcount.get(roomId) !== 1) return seated;
    const alone = ids(seated).find((id) => seated[id] === roomId && present(id));
    const company = emptiest(
      [...headcount.keys()].filter((room) => room !== roomId),
      headcount,
    );
    if (!alone || !company) return seated;
    headcount.delete(roomId);
    headcount.set(company, (headcount.get(company) ?? 0) + 1);
    return withEntry(seated, alone, company);
  }, seats);
}

/** Somebody has come in while the tables are in use: to the emptiest table, or back into their queue [BR-7, TU-4, TU-12]. */
export function arriveAtTable(session: Session, seat: Seat): Fact[] {
  const { open } = session.breakouts;
  const round = roundInUse(session);
  if (!open || !round || open.state === 'closing' || seat.presence !== 'here') return [];
  const queue = (roomId: RoomId) => appendTurn(session.turns.queues[roomId], roomId, seat.id);
  const table = tableOf(session, seat.id);
  if (table) return queue(table);
  if (!takesPart(seat) || (open.state === 'gathering' && round.groups === 'choose')) return [];
  const headcount = headcountOf(round.seats, presentIn(session));
  const rooms = round.tables.map((table) => table.roomId);
  const roomId = emptiest(withRoom(usedFirst(rooms, headcount), headcount, round), headcount);
  if (!roomId) return [];
  return [{ type: 'seat-assigned', phaseId: round.phaseId, seatId: seat.id, roomId }, ...queue(roomId)];
}

/** Somebody is gone for good while the tables are in use. */
export function leaveTables(session: Session, seatId: SeatId, now: Instant): Fact[] {
  const { open } = session.breakouts;
  const table = tableOf(session, seatId);
  if (!open || !table) return [];
  const turns = leaveQueue(session, session.turns.queues[table], seatId, now);
  return [...turns, { type: 'seat-unassigned', phaseId: open.phaseId, seatId }];
}

const presentIn = (session: Session) => (seatId: SeatId) => isHere(seatOf(session, seatId));

// A newcomer joins people, not an empty table, as long as there are people at any table.
function usedFirst(rooms: readonly RoomId[], headcount: ReadonlyMap<RoomId, number>): readonly RoomId[] {
  const used = rooms.filter((room) => headcount.has(room));
  return used.length > 0 ? used : rooms.slice(0, 1);
}
