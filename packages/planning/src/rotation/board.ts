import { NOWHERE, type Seating } from '../encounters.ts';
import type { Course } from './seat-round.ts';

// The inner loops of the search run here. They read typed arrays at positions they have made themselves, so that the
// casts to number below hold.

/** All rounds as the search changes them: who sits where, who sits at each table, and how often each two people meet. */
export interface Board {
  readonly people: number;
  readonly rounds: number;
  readonly tables: number;
  /** Chairs set aside per table. */
  readonly chairs: number;
  /** Table by round and person. */
  readonly seats: Int16Array;
  /** Person by round, table and chair; the first `sizes` chairs of a table are taken. */
  readonly members: Int16Array;
  /** Chair by round and person. */
  readonly chair: Int16Array;
  /** People by round and table. */
  readonly sizes: Int16Array;
  /** Meetings by person and person. */
  readonly counts: Uint8Array;
  /** Pairs that meet, and the sum of squared meetings. */
  score: { met: number; squares: number };
}

/** A board with these seatings. `chairs` is the most people a table may ever hold. */
export function boardOf(people: number, plan: readonly Seating[], tables: number, chairs: number): Board {
  const rounds = plan.length;
  const board: Board = {
    ...{ people, rounds, tables, chairs, score: { met: 0, squares: 0 } },
    seats: new Int16Array(rounds * people).fill(NOWHERE),
    members: new Int16Array(rounds * tables * chairs),
    chair: new Int16Array(rounds * people),
    sizes: new Int16Array(rounds * tables),
    counts: new Uint8Array(people * people),
  };
  for (const [round, seating] of plan.entries()) {
    for (let person = 0; person < people; person++) {
      const table = seating[person] ?? NOWHERE;
      if (table !== NOWHERE) sit(board, round, person, table);
    }
  }
  return board;
}

/** The seatings of a board's seats. */
export const planFrom = ({ people, rounds }: Board, seats: Int16Array): number[][] =>
  Array.from({ length: rounds }, (_, round) => [...seats.subarray(round * people, (round + 1) * people)]);

/** Somebody who sits nowhere in this round sits down. */
function sit(board: Board, round: number, person: number, table: number): void {
  const { people, tables, chairs, members, sizes, counts, score } = board;
  const at = round * tables + table;
  const size = sizes[at] as number;
  for (let index = at * chairs, end = index + size; index < end; index++) {
    const other = members[index] as number;
    const times = counts[person * people + other] as number;
    if (times === 0) score.met++;
    score.squares += 2 * times + 1;
    counts[person * people + other] = times + 1;
    counts[other * people + person] = times + 1;
  }
  members[at * chairs + size] = person;
  board.chair[round * people + person] = size;
  board.seats[round * people + person] = table;
  sizes[at] = size + 1;
}

function rise(board: Board, round: number, person: number): void {
  const { people, tables, chairs, members, sizes, counts, score } = board;
  const at = round * tables + (board.seats[round * people + person] as number);
  const size = (sizes[at] as number) - 1;
  const chair = board.chair[round * people + person] as number;
  const last = members[at * chairs + size] as number;
  members[at * chairs + chair] = last;
  board.chair[round * people + last] = chair;
  board.seats[round * people + person] = NOWHERE;
  sizes[at] = size;
  for (let index = at * chairs, end = index + size; index < end; index++) {
    const other = members[index] as number;
    const times = counts[person * people + other] as number;
    if (times === 1) score.met--;
    score.squares -= 2 * times - 1;
    counts[person * people + other] = times - 1;
    counts[other * people + person] = times - 1;
  }
}

/** Somebody changes tables. */
export function move(board: Board, round: number, person: number, table: number): void {
  rise(board, round, person);
  sit(board, round, person, table);
}

/** What one meeting more or less costs, by how often two people meet already. */
export interface Prices {
  readonly more: Float64Array;
  readonly less: Float64Array;
}

/**
 * Prices from the cost of meeting so and so often: never costs most, and squares spread what is repeated (Dotú and Van
 * Hentenryck, "Scheduling social golfers locally", CPAIOR 2005, count repeats; squares also tell three times from twice).
 */
export function pricesFor(rounds: number): Prices {
  const never = neverCost(rounds);
  const cost = (times: number): number => (times === 0 ? never : times ** 2);
  const of = (change: number) =>
    Float64Array.from({ length: rounds + 2 }, (_, times) => cost(Math.max(0, times + change)) - cost(times));
  return { more: of(1), less: of(-1) };
}

/** What it costs that two people never meet, where one meeting costs 1. */
export const neverCost = (rounds: number): number => 2 * rounds + 2;

/** The change of cost when two people at different tables of a round swap. */
export function swapCost(board: Board, { more, less }: Prices, round: number, one: number, other: number): number {
  const { people, tables, chairs, members, sizes, counts, seats } = board;
  const from = round * tables + (seats[round * people + one] as number);
  const to = round * tables + (seats[round * people + other] as number);
  const [ones, others] = [one * people, other * people];
  let cost = 0;
  for (let index = from * chairs, end = index + (sizes[from] as number); index < end; index++) {
    const near = members[index] as number;
    if (near === one) continue;
    cost += (less[counts[ones + near] as number] as number) + (more[counts[others + near] as number] as number);
  }
  for (let index = to * chairs, end = index + (sizes[to] as number); index < end; index++) {
    const near = members[index] as number;
    if (near === other) continue;
    cost += (less[counts[others + near] as number] as number) + (more[counts[ones + near] as number] as number);
  }
  return cost;
}

/** Whether somebody sits with a person in this round whom they meet in another. */
export function meetsAgain(board: Board, round: number, one: number): boolean {
  const { people, tables, chairs, members, sizes, counts, seats } = board;
  const at = round * tables + (seats[round * people + one] as number);
  for (let index = at * chairs, end = index + (sizes[at] as number); index < end; index++) {
    if ((counts[one * people + (members[index] as number)] as number) > 1) return true;
  }
  return false;
}

/** The change of cost when somebody moves to another table. */
export function moveCost(board: Board, { more, less }: Prices, round: number, one: number, table: number): number {
  const { people, tables, chairs, members, sizes, counts, seats } = board;
  const from = round * tables + (seats[round * people + one] as number);
  const to = round * tables + table;
  let cost = 0;
  for (let index = from * chairs, end = index + (sizes[from] as number); index < end; index++) {
    const near = members[index] as number;
    if (near !== one) cost += less[counts[one * people + near] as number] as number;
  }
  for (let index = to * chairs, end = index + (sizes[to] as number); index < end; index++) {
    cost += more[counts[one * people + (members[index] as number)] as number] as number;
  }
  return cost;
}

/** The most people a table can come to hold: the limits of each round, and what is seated already. */
export function chairsFor(courses: readonly Course[], plan: readonly Seating[]): number {
  const sizes = plan
    .flatMap((seating) => [...Map.groupBy(seating, (table) => table)])
    .map(([table, there]) => (table === NOWHERE ? 0 : there.length));
  const groups = courses.flatMap(({ rules }) => rules.units.map((unit) => unit.people.length));
  // A group comes before those who make room for it have left.
  return Math.max(1, ...sizes, ...courses.map(({ limits }) => limits.most)) + Math.max(1, ...groups);
}
