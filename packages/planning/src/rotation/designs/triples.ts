import type { Seating } from '../../encounters.ts';
import { fieldOf, primePowers, type Ring } from './field.ts';

/** A field's element on one of several levels. */
type Point = readonly [value: number, level: number];
type Groups = readonly (readonly Point[])[];

/** What is shifted through the field, and what stays on a level of its own. */
interface Base {
  readonly field: Ring;
  /** One round; adding something to all its values gives another. */
  readonly first: Groups;
  /** Groups of which each makes a round of its own, when everything is added to it in turn. */
  readonly single: Groups;
}

/**
 * Kirkman triple systems: groups of three in which everybody meets everybody exactly once. The two families of
 * Ray-Chaudhuri and Wilson ("Solution of Kirkman's schoolgirl problem", 1971), for 3q and 2q + 1 people, q = 6t + 1 a prime
 * power: groups are made from powers of a primitive element, rounds by adding to them. Kirkman's fifteen are 2 · 7 + 1.
 */
export function triples(people: number, tables: number, rounds: number): Seating[] | undefined {
  if (people !== 3 * tables || rounds > (people - 1) / 2) return undefined;
  const base = isOrder(tables)
    ? threeLevels(tables)
    : isOrder((people - 1) / 2)
      ? twoLevels((people - 1) / 2)
      : undefined;
  if (!base) return undefined;
  const { field, first, single } = base;
  const values = range(field.order);
  const added = (group: readonly Point[], by: number) =>
    group.map(([value, level]): Point => (level === FIXED ? [value, level] : [field.add(value, by), level]));
  const all: Groups[] = [
    ...values.map((by) => first.map((group) => added(group, by))),
    ...single.map((group) => values.map((by) => added(group, by))),
  ];
  return all.slice(0, rounds).map((groups) => seatingOf(groups, people, field.order));
}

/** The level of somebody who is never shifted. */
const FIXED = -1;

const isOrder = (order: number): boolean => order > 6 && order % 6 === 1 && primePowers(order).length === 1;
const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

function threeLevels(order: number): Base {
  const field = fieldOf(order);
  const { power } = powersOf(field);
  const sixth = (order - 1) / 6;
  const across = (exponent: number) => range(3).map((level): Point => [power(exponent + 2 * sixth * level), level]);
  const within = (exponent: number, level: number) =>
    range(3).map((part): Point => [power(exponent + 2 * sixth * part), level]);
  const first = [
    range(3).map((level): Point => [0, level]),
    ...range(sixth).flatMap((index) => range(3).map((level) => within(index, level))),
    ...range(sixth).flatMap((index) => [1, 3, 5].map((part) => across(index + part * sixth))),
  ];
  const single = range(sixth).flatMap((index) => [0, 2, 4].map((part) => across(index + part * sixth)));
  return { field, first, single };
}

function twoLevels(order: number): Base {
  const field = fieldOf(order);
  const { power, exponent } = powersOf(field);
  const sixth = (order - 1) / 6;
  const sum = field.add(power(sixth), 1);
  const half = range(order).find((value) => field.add(value, value) === sum) ?? 0;
  const shift = exponent(half);
  const mixed = (at: number): Point[] => [
    [power(at), 0],
    [power(at + sixth), 0],
    [power(at + shift), 1],
  ];
  const within = (at: number) => [1, 3, 5].map((part): Point => [power(at + shift + part * sixth), 1]);
  const first = [
    [[0, FIXED] as const, [0, 0] as const, [0, 1] as const],
    ...range(sixth).flatMap((index) => [0, 2, 4].map((part) => mixed(index + part * sixth))),
    ...range(sixth).map(within),
  ];
  return { field, first, single: [] };
}

function seatingOf(groups: Groups, people: number, order: number): number[] {
  const seating = range(people);
  for (const [table, group] of groups.entries()) {
    for (const [value, level] of group) seating[level === FIXED ? people - 1 : level * order + value] = table;
  }
  return seating;
}

/** Powers of an element that generates all others but 0, and which power something is. */
function powersOf({ order, times }: Ring): { power(exponent: number): number; exponent(value: number): number } {
  const powersFrom = (element: number): number[] => {
    const powers = [1];
    for (let next = element; next !== 1; next = times(next, element)) powers.push(next);
    return powers;
  };
  const primitive = range(order).find((element) => element > 1 && powersFrom(element).length === order - 1) ?? 1;
  const powers = powersFrom(primitive);
  return { power: (exponent) => powers[exponent % (order - 1)] ?? 1, exponent: (value) => powers.indexOf(value) };
}
