import { NOWHERE, type Seating } from '@werkraum/planning/encounters';
import type { RotationRound, RotationTask } from '@werkraum/planning/rotation';
import type { RoomId, RotationMethod, SeatId, SeatingRule } from '@werkraum/protocol';
import type { Round } from '../breakouts/breakouts.ts';
import type { Seat } from '../people/people.ts';
import { type ById, values } from '../records.ts';
import { isHere, takesPart } from '../seats.ts';
import type { Session } from '../session.ts';
import { nextRound } from './attendance.ts';

/** A round as the planner counts it. */
export interface Counted {
  round: Round;
  /** To be seated by the planner; the others stay as they are. */
  free: boolean;
}

/** What the planner is asked about these people and rounds, with the rules of the session. */
export function taskOf(
  session: Session,
  rounds: readonly Counted[],
  people: readonly Seat[],
  { method, seed }: { method: RotationMethod; seed: number },
): RotationTask {
  const order = people.map(({ id }) => id);
  const rules = values(session.rotation.rules);
  const seatings = rounds.map(({ round }) => seatingOf(round, order));
  return {
    people: order.length,
    rounds: rounds.map((each, at) => taskRound(session, each, people, seatings[at] ?? [], method)),
    ...companyRules(rules, order),
    hosts: rules.flatMap((rule) => (rule.kind === 'host' ? hostOf(rule, order) : [])),
    seed,
    ...(method !== 'anew' && { start: seatings }),
  };
}

/** A seating of the planner as the house keeps it: whoever sits at a table, by seat. */
export const seatsOfPlan = (people: readonly SeatId[], seating: Seating, { tables }: Round): ById<SeatId, RoomId> =>
  Object.fromEntries(
    people.flatMap((seatId, at) => {
      const roomId = tables[seating[at] ?? NOWHERE]?.roomId;
      return roomId ? [[seatId, roomId]] : [];
    }),
  );

function taskRound(
  session: Session,
  { round, free }: Counted,
  people: readonly Seat[],
  seating: Seating,
  method: RotationMethod,
): RotationRound {
  const tables = round.tables.length;
  if (!free) return { tables, frozen: seating };
  const pins = people.map(({ id }) => pinnedTo(session, round, id));
  // Staff and speakers stay where somebody seated them, and are nowhere else.
  const fixed = people.map((seat, at) => (takesPart(seat) ? pins[at] : firstTable(pins[at], seating[at])) ?? NOWHERE);
  const isNext = method === 'attendance' && nextRound(session)?.phaseId === round.phaseId;
  const absent = people.flatMap((seat, at) => {
    const staysAway = !takesPart(seat) && fixed[at] === NOWHERE && !isHost(session, seat.id);
    return staysAway || (isNext && !isHere(seat)) ? [at] : [];
  });
  return {
    tables,
    ...(round.sizes && { sizes: round.sizes }),
    ...(fixed.some((table) => table !== NOWHERE) && { pins: withoutAbsent(fixed, absent) }),
    ...(absent.length > 0 && { absent }),
  };
}

const firstTable = (...tables: readonly (number | undefined)[]): number =>
  tables.find((table) => table !== undefined && table !== NOWHERE) ?? NOWHERE;

const withoutAbsent = (pins: readonly number[], absent: readonly number[]): number[] =>
  pins.map((table, at) => (absent.includes(at) ? NOWHERE : table));

// A rule about a table that is not there any more binds nobody.
function pinnedTo({ rotation }: Session, { phaseId, tables }: Round, seatId: SeatId): number {
  for (const rule of values(rotation.rules)) {
    if (rule.kind !== 'pin' || rule.phaseId !== phaseId || rule.seatId !== seatId) continue;
    const table = tables.findIndex(({ roomId }) => roomId === rule.roomId);
    if (table >= 0) return table;
  }
  return NOWHERE;
}

const isHost = ({ rotation }: Session, seatId: SeatId): boolean =>
  values(rotation.rules).some((rule) => rule.kind === 'host' && rule.seatId === seatId);

function companyRules(
  rules: readonly SeatingRule[],
  order: readonly SeatId[],
): Pick<RotationTask, 'together' | 'apart'> {
  const positions = (kind: 'together' | 'apart') =>
    rules.flatMap((rule) => (rule.kind === kind ? [positionsOf(rule.seats, order)] : []));
  return {
    together: positions('together').filter((group) => group.length > 1),
    apart: positions('apart').flatMap(pairsOf),
  };
}

const positionsOf = (seats: readonly SeatId[], order: readonly SeatId[]): number[] =>
  seats.map((seatId) => order.indexOf(seatId)).filter((at) => at >= 0);

const pairsOf = (group: readonly number[]): (readonly [number, number])[] =>
  group.flatMap((one, at) => group.slice(at + 1).map((other) => [one, other] as const));

function hostOf({ seatId, table }: Extract<SeatingRule, { kind: 'host' }>, order: readonly SeatId[]) {
  const person = order.indexOf(seatId);
  return person < 0 ? [] : [{ person, table }];
}

/** A round's seating as the planner reads it: table by position. */
export function seatingOf({ tables, seats }: Round, order: readonly SeatId[]): Seating {
  const at = new Map(tables.map(({ roomId }, index) => [roomId, index]));
  return order.map((seatId) => {
    const roomId = seats[seatId];
    return (roomId && at.get(roomId)) ?? NOWHERE;
  });
}
