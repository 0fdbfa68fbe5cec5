import type { RoomId, SeatId } from '@werkraum/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { values } from '../records.ts';
import { dealGroups, type Seats } from './grouping.ts';

const people = (count: number): SeatId[] => Array.from({ length: count }, (_, index) => `p${index}` as SeatId);
const rooms = (count: number): RoomId[] => Array.from({ length: count }, (_, index) => `r${index}` as RoomId);

/** What a seating costs after earlier rounds: the squared earlier meetings of every two who share a table. */
function cost(seats: Seats, earlier: readonly Seats[]): number {
  const ids = Object.keys(seats) as SeatId[];
  const pairs = ids.flatMap((one, index) => ids.slice(index + 1).map((other) => [one, other] as const));
  const met = (one: SeatId, other: SeatId) =>
    earlier.filter((round) => round[one] !== undefined && round[one] === round[other]).length;
  return pairs.reduce((sum, [one, other]) => (seats[one] === seats[other] ? sum + met(one, other) ** 2 : sum), 0);
}

/** Some rounds, one after the other, dealt so that people meet anew; not everybody takes part in each. */
const rounds = fc
  .record({
    count: fc.integer({ min: 2, max: 24 }),
    tables: fc.integer({ min: 1, max: 6 }),
    seeds: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
    absent: fc.nat(),
  })
  .map(({ count, tables, seeds, absent }) =>
    seeds.reduce<Seats[]>((earlier, seed, round) => {
      const there = people(count).filter((_, index) => round === seeds.length - 1 || index !== absent % count);
      return earlier.concat(dealGroups(there, rooms(tables), earlier, seed));
    }, []),
  );

test('[BR-2] table sizes differ by at most one, and everybody has a chair', () => {
  fc.assert(
    fc.property(rounds, (all) => {
      for (const seats of all) {
        const sizes = [...Map.groupBy(values(seats), (room) => room).values()].map(({ length }) => length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('[BR-2] no swap of two people would keep earlier neighbours further apart', () => {
  fc.assert(
    fc.property(rounds, (all) => {
      const [earlier, last] = [all.slice(0, -1), all.at(-1) ?? {}];
      const reached = cost(last, earlier);
      const ids = Object.keys(last) as SeatId[];
      for (const one of ids) {
        for (const two of ids) {
          const swapped = { ...last, [one]: last[two], [two]: last[one] } as Seats;
          expect(cost(swapped, earlier)).toBeGreaterThanOrEqual(reached);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('[BR-2] the same seed gives the same groups, whatever the order of the tables of the rounds before', () => {
  const first = dealGroups(people(30), rooms(5), [], 1);
  const second = dealGroups(people(30), rooms(5), [first], 2);
  expect(dealGroups(people(30), rooms(5), [first, second], 3)).toEqual(
    dealGroups(people(30), rooms(5), [second, first], 3),
  );
});

test('[BR-2] two hundred people at forty tables meet hardly anybody twice in three rounds', () => {
  const first = dealGroups(people(200), rooms(40), [], 1);
  const second = dealGroups(people(200), rooms(40), [first], 2);
  const third = dealGroups(people(200), rooms(40), [first, second], 3);
  expect(cost(second, [first])).toBeLessThanOrEqual(2);
  expect(cost(third, [first, second])).toBeLessThanOrEqual(4);
});
