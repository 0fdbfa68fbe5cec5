import { NOWHERE } from '../encounters.ts';
import type { Random } from '../random.ts';
import { type Board, meetsAgain, move, moveCost, type Prices, swapCost } from './board.ts';
import type { RoundRules } from './rules.ts';
import type { Course } from './seat-round.ts';

/** A board with the rules its rounds keep to, and what may be moved. */
export interface Hall {
  readonly board: Board;
  readonly prices: Prices;
  /** By round; undefined for frozen rounds. */
  readonly courses: readonly (Course | undefined)[];
  /** Units that no pin holds: round and position among the round's units. */
  readonly movable: readonly (readonly [round: number, unit: number])[];
  /** Tables by round and person to which people would rather return, where it costs nothing. */
  readonly home?: Int16Array | undefined;
}

/** What it costs to leave home: less than any encounter. */
const HOMESICK = 0.01;

export function hallOf(board: Board, prices: Prices, courses: readonly Course[], home?: Int16Array): Hall {
  const byRound = Array.from({ length: board.rounds }, (_, round) =>
    courses.find(({ rules }) => rules.round === round),
  );
  const movable = courses
    .filter(({ limits }) => limits.open > 1)
    .flatMap(({ rules }) =>
      rules.units.flatMap(({ pin }, unit) => (pin === NOWHERE ? [[rules.round, unit] as const] : [])),
    );
  return { board, prices, courses: byRound, movable, home };
}

/** Whether a change of cost is taken. */
export type Accept = (cost: number) => boolean;

/**
 * Tries one random change that keeps to the rules: one person swaps with another or moves, a group changes places with as
 * many as make room. Returns roughly how many pairs were looked at.
 */
export function tryChange(hall: Hall, random: Random, accept: Accept): number {
  const [round, at] = hall.movable[random.below(hall.movable.length)] ?? [0, 0];
  const course = hall.courses[round];
  const unit = course?.rules.units[at];
  const [one] = unit?.people ?? [];
  if (!course || !unit || one === undefined) return 1;
  const { board } = hall;
  const table = random.below(course.rules.tables);
  const there = board.sizes[round * board.tables + table] ?? 0;
  const from = board.seats[round * board.people + one] ?? NOWHERE;
  if (table === from || there === 0) return 1;
  const here = board.sizes[round * board.tables + from] ?? 0;
  if (!hall.home && !meetsAgain(board, round, one) && random.next() >= CALM) return here;
  if (unit.people.length > 1) return tryGroup(hall, course, unit.people, table, random, accept);
  const alone = fitsSizes(course, here, there, 1) && random.next() < MOVES;
  if (alone) return tryMove(hall, course, one, table, accept);
  return trySwap(hall, course, one, random.below(there), table, accept);
}

/** Share of changes tried for people who meet nobody twice at their table: most gain nothing by them. */
const CALM = 0.1;

/** Share of moves among changes where a move is possible. */
const MOVES = 0.3;

/** Whether people may move from a table of one size to one of another. Without limits of their own, tables get no less even. */
function fitsSizes({ rules, limits }: Course, here: number, there: number, count: number): boolean {
  const [less, more] = [here - count, there + count];
  if (less < limits.least || more > limits.most) return false;
  return rules.sizes !== undefined || less ** 2 + more ** 2 <= here ** 2 + there ** 2;
}

/** What a change of table costs beyond encounters. */
function homesick({ board, home }: Hall, round: number, one: number, from: number, to: number): number {
  if (!home) return 0;
  const table = home[round * board.people + one];
  return table === from ? HOMESICK : table === to ? -HOMESICK : 0;
}

function tryMove(hall: Hall, { rules }: Course, one: number, table: number, accept: Accept): number {
  const { board, prices } = hall;
  if (!isWelcome(board, rules, one, table, NOWHERE)) return 1;
  const from = board.seats[rules.round * board.people + one] ?? NOWHERE;
  const cost = moveCost(board, prices, rules.round, one, table) + homesick(hall, rules.round, one, from, table);
  if (accept(cost)) move(board, rules.round, one, table);
  return board.chairs;
}

function trySwap(hall: Hall, { rules }: Course, one: number, chair: number, table: number, accept: Accept): number {
  const { board, prices } = hall;
  const { round } = rules;
  const other = board.members[(round * board.tables + table) * board.chairs + chair] ?? NOWHERE;
  const unit = rules.units[rules.unitOf[other] ?? NOWHERE];
  if (!unit || unit.pin !== NOWHERE || unit.people.length > 1) return 1;
  const from = board.seats[round * board.people + one] ?? NOWHERE;
  if (!isWelcome(board, rules, one, table, other) || !isWelcome(board, rules, other, from, one)) return 1;
  const away = homesick(hall, round, one, from, table) + homesick(hall, round, other, table, from);
  if (accept(swapCost(board, prices, round, one, other) + away)) {
    move(board, round, one, table);
    move(board, round, other, from);
  }
  return 2 * board.chairs;
}

/** Whether nobody sits there from whom this person is kept apart; `leaving` gets up. */
function isWelcome(board: Board, { apart, round }: RoundRules, one: number, table: number, leaving: number): boolean {
  const rivals = apart[one];
  if (!rivals || rivals.length === 0) return true;
  return rivals.every((rival) => rival === leaving || board.seats[round * board.people + rival] !== table);
}

/** A group moves; as many single people as sizes ask for go the other way. Undone when it is not taken. */
function tryGroup(
  hall: Hall,
  course: Course,
  people: readonly number[],
  table: number,
  random: Random,
  accept: Accept,
): number {
  const { board } = hall;
  const { rules } = course;
  const { round } = rules;
  const from = board.seats[round * board.people + (people[0] ?? 0)] ?? NOWHERE;
  const back = backFor(hall, course, people.length, from, table, random);
  if (!back) return 1;
  const changes = [
    ...people.map((one) => [one, table, from] as const),
    ...back.map((one) => [one, from, table] as const),
  ];
  let cost = 0;
  for (const [one, to, home] of changes) {
    cost += moveCost(board, hall.prices, round, one, to) + homesick(hall, round, one, home, to);
    move(board, round, one, to);
  }
  const welcome = changes.every(([one, to]) => isWelcome(board, rules, one, to, NOWHERE));
  if (!welcome || !accept(cost)) for (const [one, , home] of changes.toReversed()) move(board, round, one, home);
  return changes.length * 4 * board.chairs;
}

/** Who makes room for a group at a table: units from there, picked by chance, until sizes fit. Undefined when none do. */
function backFor(
  { board }: Hall,
  course: Course,
  count: number,
  from: number,
  table: number,
  random: Random,
): number[] | undefined {
  const { round, units, unitOf } = course.rules;
  const here = board.sizes[round * board.tables + from] ?? 0;
  const there = board.sizes[round * board.tables + table] ?? 0;
  const back: number[] = [];
  for (let tries = 0; tries < 2 * count; tries++) {
    if (fitsSizes(course, here, there, count - back.length)) return back;
    const chair = random.below(there);
    const other = board.members[(round * board.tables + table) * board.chairs + chair] ?? NOWHERE;
    const unit = units[unitOf[other] ?? NOWHERE];
    if (!unit || unit.pin !== NOWHERE || back.includes(other) || back.length + unit.people.length > count) continue;
    back.push(...unit.people);
  }
  return fitsSizes(course, here, there, count - back.length) ? back : undefined;
}
