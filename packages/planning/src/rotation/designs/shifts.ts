import type { Seating } from '../../encounters.ts';
import { cyclic, type Ring, ringOf } from './field.ts';

/** Makes schedules for so many people, tables and rounds. */
export type Designs = (people: number, tables: number, rounds: number) => Iterable<Seating[]>;

/** Per round, how far each level is shifted. */
type Shifts = readonly (readonly number[])[];

/**
 * Schedules in which people stand in levels of one per table, and each round shifts each level by so many tables (a
 * difference matrix: Colbourn and Dinitz, "Handbook of Combinatorial Designs", VI.17). Two people meet twice only where two
 * rounds shift their levels against each other alike. With shifts k · j in a field that never happens: these are the orthogonal
 * Latin squares of Bose and MacNeish. Harvey and Winterer ("Solving the MOLR and social golfer problems", CP 2005) make
 * schedules of golfers from such rows.
 *
 * The last level may be incomplete: tables then differ by one. Where people are more than there are levels to tell apart, levels
 * are used again, so that some meet in each round and nobody else meets twice.
 *
 * `within` makes the schedules of people of one level, who have not met when all shifts are done.
 */
export function* shifts(
  people: number,
  tables: number,
  rounds: number,
  within: Designs,
): Generator<Seating[], undefined> {
  const ring = ringOf(tables);
  if (rounds <= tables) yield shifted(people, ring, multiples(ring, rounds));
  if (rounds <= 3) yield shifted(people, cyclic(tables), halves(tables, rounds));
  yield* withLevels(people, ring, rounds, within);
}

function shifted(people: number, { order, add }: Ring, rows: Shifts): Seating[] {
  return rows.map((row) =>
    Array.from({ length: people }, (_, person) => {
      const level = Math.floor(person / order) % row.length;
      return add(person % order, row[level] ?? 0);
    }),
  );
}

/** Rows k · j for so many k, and all j that no two of these rounds shift alike. */
function multiples(ring: Ring, rounds: number): Shifts {
  const factors = Array.from({ length: rounds }, (_, index) => ring.nth(index));
  const columns: number[][] = [];
  for (let index = 0; index < ring.order; index++) {
    const column = factors.map((factor) => ring.times(factor, ring.nth(index)));
    if (columns.every((other) => differ(ring, other, column))) columns.push(column);
  }
  return factors.map((_, round) => columns.map((column) => column[round] ?? 0));
}

/** Whether no two rounds shift these two levels against each other alike. */
function differ({ order, minus }: Ring, one: readonly number[], other: readonly number[]): boolean {
  const seen = new Uint8Array(order);
  for (const [round, shift] of one.entries()) {
    const difference = minus(shift, other[round] ?? 0);
    if (seen[difference] === 1) return false;
    seen[difference] = 1;
  }
  return true;
}

/** The most rounds, up to a number of them, for which there are so many levels. */
function most(ring: Ring, levels: number, upTo: number): number {
  for (let rounds = upTo; rounds > 1; rounds--) {
    if ((multiples(ring, rounds)[0]?.length ?? 0) >= levels) return rounds;
  }
  return 1;
}

/**
 * Three rounds for an even number of tables, where a ring has no more than two: shifts 0, j, and even numbers, then odd
 * ones (a near-complete mapping of the cyclic group). One level less than there are tables.
 */
function halves(tables: number, rounds: number): Shifts {
  const levels = Array.from({ length: tables - 1 }, (_, level) => level);
  const third = levels.map((level) => (2 * level + (2 * level < tables ? 0 : 1)) % tables);
  return [levels.map(() => 0), levels, third].slice(0, rounds);
}

/** The same, and then rounds in which each level, whose people have not met, is divided among tables of its own. */
function* withLevels(people: number, ring: Ring, rounds: number, within: Designs): Generator<Seating[], undefined> {
  const { order } = ring;
  const size = Math.min(order, Math.ceil(people / order));
  if (size < 2 || order % size !== 0 || rounds < 2) return;
  const before = most(ring, size, Math.min(rounds - 1, order));
  const rows = multiples(ring, before);
  const after = rounds - before;
  if (size === order && after > 1) return;
  const inner = size === order ? [[everybodyAt(0, order)]] : within(order, order / size, after);
  const place = placeIn(ring, size);
  for (const design of inner) {
    const seat = (table: (at: number, level: number) => number) =>
      Array.from({ length: people }, (_, person) => table(...place(person)));
    yield [
      ...rows.map((row) => seat((at, level) => ring.add(at, row[level] ?? 0))),
      ...design.map((tables) => seat((at, level) => level * (order / size) + (tables[at] ?? 0))),
    ];
  }
}

const everybodyAt = (table: number, people: number): number[] => Array.from({ length: people }, () => table);

/** Where somebody stands, and on which level. In a square, people fill diagonals: tables are even then in either direction. */
const placeIn =
  ({ order, add }: Ring, size: number) =>
  (person: number): [at: number, level: number] => {
    const [at, line] = [person % order, Math.floor(person / order) % size];
    return [at, size === order ? add(at, line) : line];
  };
