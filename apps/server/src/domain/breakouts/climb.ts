/** Whom somebody met before, and what each of them costs at the same table: per position, position → cost. */
export type Repeats = readonly ReadonlyMap<number, number>[];

/** Swaps looked at before the groups are good enough: the largest workshop in few, large groups gets there last. */
const MOST_SWAPS = 4_000_000;

/**
 * Swaps two people at different tables while that lowers the cost, which is the sum of `repeats` over all pairs who
 * share a table; the first improvement found is taken. Changes `groups` (positions by table) in place.
 */
export function improve(groups: number[][], repeats: Repeats): void {
  const burdens = burdensOf(groups, repeats);
  const pairs = pairsOf(groups.length);
  let left = MOST_SWAPS;
  for (let improved = true; improved; ) {
    improved = false;
    for (const [first, second] of pairs) {
      // Where nobody met anybody before, nothing is gained by a swap.
      if (!isBurdened(groups, burdens, first) && !isBurdened(groups, burdens, second)) continue;
      for (const one of groups[first]?.slice() ?? []) {
        left -= groups[second]?.length ?? 0;
        if (left < 0) return;
        const two = groups[second]?.find((candidate) => burdens.gain(one, first, candidate, second) > 0);
        if (two === undefined) continue;
        swap(groups, burdens, one, first, two, second);
        improved = true;
      }
    }
  }
}

const isBurdened = (groups: readonly (readonly number[])[], burdens: Burdens, table: number): boolean =>
  groups[table]?.some((one) => burdens.of(one, table) > 0) ?? false;

interface Burdens {
  /** What it costs that this person sits, or would sit, at this table. */
  of(one: number, table: number): number;
  /** What is saved when two people at two tables change places. */
  gain(one: number, first: number, two: number, second: number): number;
  /** Somebody has moved: everybody who met them feels it. */
  moved(one: number, from: number, to: number): void;
}

// Kept up to date at each swap, so that looking at one costs the same whatever the size of the tables.
function burdensOf(groups: readonly (readonly number[])[], repeats: Repeats): Burdens {
  const tables = groups.length;
  const sums = new Float64Array(repeats.length * tables);
  const at = (one: number, table: number): number => sums[one * tables + table] ?? 0;
  const add = (one: number, table: number, sign: 1 | -1): void => {
    for (const [other, cost] of repeats[one] ?? []) sums[other * tables + table] = at(other, table) + sign * cost;
  };
  for (const [table, group] of groups.entries()) for (const one of group) add(one, table, 1);
  return {
    of: at,
    gain(one, first, two, second) {
      const apart = at(one, first) + at(two, second) - at(one, second) - at(two, first);
      // Each counted the other at the table they would leave.
      return apart + 2 * (repeats[one]?.get(two) ?? 0);
    },
    moved(one, from, to) {
      add(one, from, -1);
      add(one, to, 1);
    },
  };
}

function swap(groups: number[][], burdens: Burdens, one: number, first: number, two: number, second: number): void {
  const [here, there] = [groups[first], groups[second]];
  if (!here || !there) return;
  here[here.indexOf(one)] = two;
  there[there.indexOf(two)] = one;
  burdens.moved(one, first, second);
  burdens.moved(two, second, first);
}

const pairsOf = (count: number): [number, number][] =>
  Array.from({ length: count }, (_, one) => one).flatMap((one) =>
    Array.from({ length: count - one - 1 }, (_, offset): [number, number] => [one, one + 1 + offset]),
  );
