import { NOWHERE, type Seating } from '@werkraum/planning/encounters';
import type { RotationRound, RotationTask } from '@werkraum/planning/rotation';
import type { PhaseId, RotationMethod, SeatId, SeatingRule } from '@werkraum/protocol';
import type { Round } from '../breakouts/breakouts.ts';
import { seedFrom } from '../breakouts/grouping.ts';
import { takesPart } from '../breakouts/seating.ts';
import type { Seat } from '../people/people.ts';
import { ids, values } from '../records.ts';
import { isHere, seatsOf } from '../seats.ts';
import type { Session } from '../session.ts';
import { nextRound } from './attendance.ts';

/** As many rounds as the planner takes; what was held long ago is left out first. */
const MOST_ROUNDS = 20;

/** What the planner is asked, with the ids that its positions stand for. */
export interface RotationQuestion {
  people: readonly SeatId[];
  /** The phase of each round of the task. */
  phases: readonly PhaseId[];
  task: RotationTask;
  /** Names all of it: two questions with the same basis are the same. */
  basis: string;
}

/** Why a rotation is worked out: what a request says about it. */
export interface Purpose {
  method: RotationMethod;
  seed: number;
}

/** What there is to plan; undefined when no round to come takes new groups, or nobody could meet [RO-20]. */
export function rotationQuestion(session: Session, { method, seed }: Purpose): RotationQuestion | undefined {
  const rounds = roundsToCount(session);
  const people = peopleToSeat(session, rounds);
  if (!rounds.some(({ free }) => free) || people.length < 2) return undefined;
  const order = people.map(({ id }) => id);
  const rules = values(session.rotation.rules);
  const seatings = rounds.map(({ round }) => seatingOf(round, order));
  const task: RotationTask = {
    people: order.length,
    rounds: rounds.map((each, at) => taskRound(session, each, people, seatings[at] ?? [], method)),
    ...companyRules(rules, order),
    hosts: rules.flatMap((rule) => (rule.kind === 'host' ? hostOf(rule, order) : [])),
    seed,
    ...(method !== 'anew' && { start: seatings }),
  };
  const phases = rounds.map(({ round }) => round.phaseId);
  return { people: order, phases, task, basis: basisOf([order, phases, method, seatings, task]) };
}

interface Counted {
  round: Round;
  /** To be seated by the planner; the others stay as they are. */
  free: boolean;
}

// Rounds in which people choose are not known before they gather, and rounds with the same groups follow another one.
function roundsToCount(session: Session): Counted[] {
  const { phases, running } = session.agenda;
  const begun = session.status === 'ended' ? phases.length : (running?.index ?? -1) + 1;
  const counted = phases.flatMap(({ id }, index): Counted[] => {
    const round = session.breakouts.rounds[id];
    if (!round) return [];
    if (index < begun) return round.openings > 0 ? [{ round, free: false }] : [];
    if (round.groups === 'new') return [{ round, free: true }];
    return round.groups === 'by-hand' && round.planned ? [{ round, free: false }] : [];
  });
  const ahead = counted.filter(({ free }) => free).slice(0, MOST_ROUNDS);
  const fixed = counted.filter(({ free }) => !free).slice(-(MOST_ROUNDS - ahead.length) || counted.length);
  return counted.filter((each) => ahead.includes(each) || fixed.includes(each));
}

/** Participants, and whoever else somebody seated or bound to a table [BR-3]. */
function peopleToSeat(session: Session, rounds: readonly Counted[]): Seat[] {
  const bound = values(session.rotation.rules).flatMap((rule) => ('seatId' in rule ? [rule.seatId] : []));
  const seated = new Set([...bound, ...rounds.flatMap(({ round }) => ids(round.seats))]);
  return seatsOf(session).filter((seat) => takesPart(seat) || seated.has(seat.id));
}

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
function seatingOf({ tables, seats }: Round, order: readonly SeatId[]): Seating {
  const at = new Map(tables.map(({ roomId }, index) => [roomId, index]));
  return order.map((seatId) => {
    const roomId = seats[seatId];
    return (roomId && at.get(roomId)) ?? NOWHERE;
  });
}

// Two hashes of 32 bits: what was made for another question is never taken for this one's.
function basisOf(parts: unknown): string {
  const text = JSON.stringify(parts);
  return [seedFrom(text), seedFrom(`${text.length}:${text}`)].map((hash) => hash.toString(36)).join('-');
}
