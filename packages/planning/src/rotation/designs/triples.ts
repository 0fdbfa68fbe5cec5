import type { Seating } from '../../encounters.ts';
import { fieldOf, primePowers, type Ring } from './field.ts';

type Point = readonly [value: number, level: number];

/**
 * Kirkman triple systems on 3q points, q = 6t + 1 a prime power: groups of three in which everybody meets everybody exactly
 * once, in (3q − 1) ÷ 2 rounds (Ray-Chaudhuri and Wilson, "Solution of Kirkman's schoolgirl problem", 1971). Some groups
 * are made from powers of a primitive element, the others by adding to their first members.
 */
export function triples(people: number, tables: number, rounds: number): Seating[] | undefined {
  const order = tables;
  if (people !== 3 * order || order % 6 !== 1 || primePowers(order).length !== 1) return undefined;
  if (rounds > (3 * order - 1) / 2) return undefined;
  const field = fieldOf(order);
  const power = powersOf(field);
  const sixth = (order - 1) / 6;
  const across = (exponent: number): Point[] =>
    [0, 1, 2].map((level) => [power(exponent + 2 * sixth * level), level] as const);
  const within = (exponent: number, level: number): Point[] =>
    [0, 2, 4].map((part) => [power(exponent + part * sixth), level] as const);
  const range = Array.from({ length: sixth }, (_, index) => index);
  const first: Point[][] = [
    [0, 1, 2].map((level) => [0, level] as const),
    ...range.flatMap((index) => [0, 1, 2].map((level) => within(index, level))),
    ...range.flatMap((index) => [1, 3, 5].map((part) => across(index + part * sixth))),
  ];
  const everywhere = Array.from({ length: order }, (_, value) => value);
  const seat = (groups: readonly (readonly Point[])[]) => seatingOf(groups, order);
  const moved = (group: readonly Point[], by: number) =>
    group.map(([value, level]) => [field.add(value, by), level] as const);
  return [
    ...everywhere.map((by) => seat(first.map((group) => moved(group, by)))),
    ...range.flatMap((index) =>
      [0, 2, 4].map((part) => seat(everywhere.map((by) => moved(across(index + part * sixth), by)))),
    ),
  ].slice(0, rounds);
}

function seatingOf(groups: readonly (readonly Point[])[], order: number): number[] {
  const seating = Array.from({ length: 3 * order }, () => 0);
  for (const [table, group] of groups.entries())
    for (const [value, level] of group) seating[level * order + value] = table;
  return seating;
}

/** Powers of an element that generates all others but 0. */
function powersOf({ order, times }: Ring): (exponent: number) => number {
  for (let element = 2; element < order; element++) {
    const powers = [1];
    for (let next = element; next !== 1; next = times(next, element)) powers.push(next);
    if (powers.length === order - 1) return (exponent) => powers[exponent % (order - 1)] ?? 1;
  }
  return () => 1;
}
