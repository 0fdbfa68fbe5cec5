import { NOWHERE, type Seating } from '../encounters.ts';
import { isBound, type Limits, type RoundRules, type Unit } from './rules.ts';

/** How many places may still be tried before the search for a way is given up. */
export interface Tries {
  left: number;
}

/** People at each table; tables that are not in use are missing. */
export type Tables = Map<number, number[]>;

interface Search {
  readonly rules: RoundRules;
  readonly limits: Limits;
  readonly wanted: Seating;
  readonly tables: Tables;
  readonly tries: Tries;
}

/**
 * Seats the units that rules bind (pins, groups, people kept apart) so that those who are free can fill the rest: depth
 * first, the table wanted first. `undefined` when there is no way, or none was found in the tries left.
 */
export function seatBound(
  rules: RoundRules,
  limits: Limits,
  open: readonly number[],
  wanted: Seating,
  tries: Tries,
): Tables | undefined {
  const search: Search = { rules, limits, wanted, tries, tables: new Map(open.map((table) => [table, []])) };
  const bound = rules.units.filter((unit) => isBound(rules, unit)).sort(hardestFirst(rules));
  return place(search, bound, 0, rules.present.length) ? search.tables : undefined;
}

const hardestFirst =
  ({ apart }: RoundRules) =>
  (one: Unit, other: Unit): number => {
    const pinned = Number(other.pin !== NOWHERE) - Number(one.pin !== NOWHERE);
    const rivals = ({ people }: Unit) => people.reduce((sum, person) => sum + (apart[person]?.length ?? 0), 0);
    return pinned || other.people.length - one.people.length || rivals(other) - rivals(one);
  };

function place(search: Search, bound: readonly Unit[], at: number, unseated: number): boolean {
  const unit = bound[at];
  if (missing(search) > unseated) return false;
  if (!unit) return true;
  for (const table of candidates(search, unit)) {
    const there = search.tables.get(table);
    if (!there || --search.tries.left < 0) return false;
    there.push(...unit.people);
    if (place(search, bound, at + 1, unseated - unit.people.length)) return true;
    there.length -= unit.people.length;
  }
  return false;
}

/** How many people are still needed to bring every table to its least. */
function missing({ tables, limits }: Search): number {
  let sum = 0;
  for (const there of tables.values()) sum += Math.max(0, limits.least - there.length);
  return sum;
}

function candidates({ rules, limits, wanted, tables }: Search, { people, pin }: Unit): number[] {
  const rivals = new Set(people.flatMap((person) => rules.apart[person] ?? []));
  const fits = (table: number): boolean => {
    const there = tables.get(table);
    return !!there && there.length + people.length <= limits.most && !there.some((person) => rivals.has(person));
  };
  if (pin !== NOWHERE) return fits(pin) ? [pin] : [];
  const like = people.map((person) => wanted[person] ?? NOWHERE).find((table) => table !== NOWHERE) ?? NOWHERE;
  const order = [...tables].sort(([, one], [, other]) => one.length - other.length).map(([table]) => table);
  const first = [like, ...order.filter((table) => table !== like)].filter(fits);
  // Tables nobody sits at yet are all the same.
  const untouched = first.find((table) => tables.get(table)?.length === 0);
  return first.filter((table) => table === untouched || tables.get(table)?.length !== 0);
}
