import { expect, test } from 'vitest';
import { countEncounters } from '../../encounters.ts';
import { designsFor } from './design.ts';
import { fieldOf, primePowers } from './field.ts';

const repeats = (people: number, design: readonly (readonly number[])[]): number =>
  countEncounters(people, design)
    .pairs.slice(2)
    .reduce((sum, count) => sum + count, 0);

const fewestRepeats = (people: number, tables: number, rounds: number): number =>
  Math.min(...[...designsFor(people, tables, rounds)].map((design) => repeats(people, design)));

test.each([4, 8, 9, 16, 25, 27, 32, 49, 59])('%i is the order of a field', (order) => {
  const { add, minus, times } = fieldOf(order);
  for (let one = 1; one < order; one++) {
    const products = new Set(Array.from({ length: order }, (_, other) => times(one, other)));
    expect(products.size).toBe(order);
    expect(times(one, 1)).toBe(one);
    expect(minus(add(one, order - 1), order - 1)).toBe(one);
    expect(times(one, add(1, order - 1))).toBe(add(one, times(one, order - 1)));
  }
});

test('a number is the product of powers of its primes', () => {
  expect([1, 12, 49, 60].map(primePowers)).toEqual([[], [4, 3], [49], [4, 3, 5]]);
});

test.each([
  [9, 3, 4],
  [16, 4, 5],
  [25, 5, 6],
  [49, 7, 8],
  [64, 8, 9],
  [81, 9, 10],
  [35, 7, 7],
  [32, 8, 9],
  [15, 5, 7],
  [27, 9, 13],
  [51, 17, 25],
  [21, 7, 10],
  [39, 13, 19],
  [12, 6, 11],
  [32, 16, 31],
  [36, 12, 12],
  [90, 10, 3],
  [100, 10, 3],
  [200, 40, 3],
  [190, 40, 8],
  [500, 53, 20],
])('%i people at %i tables: %i rounds without a repeat', (people, tables, rounds) => {
  expect(fewestRepeats(people, tables, rounds)).toBe(0);
});

test('tables of a design differ by one at most where everybody shifts', () => {
  for (const people of [21, 23, 26, 30]) {
    const [first = []] = designsFor(people, 7, 3);
    for (const seating of first) {
      const sizes = [...Map.groupBy(seating, (table) => table).values()].map(({ length }) => length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }
  }
});
