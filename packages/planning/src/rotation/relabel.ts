import { NOWHERE, type Seating } from '../encounters.ts';
import type { RoundRules } from './rules.ts';

/**
 * The same groups at other tables: pinned people are brought to their tables as far as one label per group can, the rest
 * stays as near to `toward` as greedy matching gets. Who meets whom does not change.
 */
export function relabelled({ tables, units, present }: RoundRules, seating: Seating, toward: Seating): number[] {
  const weights = new Map<number, number>();
  const wish = (from: number, to: number, weight: number) => {
    if (from === NOWHERE || to < 0 || to >= tables) return;
    weights.set(from * MOST_TABLES + to, (weights.get(from * MOST_TABLES + to) ?? 0) + weight);
  };
  for (const person of present) wish(seating[person] ?? NOWHERE, toward[person] ?? NOWHERE, 1);
  for (const { people, pin } of units) wish(seating[people[0] ?? NOWHERE] ?? NOWHERE, pin, PIN);
  const names = matched(weights, new Set(seating), tables);
  return seating.map((table) => names.get(table) ?? NOWHERE);
}

/** Larger than any table's number; a pin outweighs everybody's nearness. */
const MOST_TABLES = 1_000;
const PIN = 1_000;

/** Heaviest wishes first; tables nobody wishes for keep their name where it is free, or get the first that is. */
function matched(weights: ReadonlyMap<number, number>, used: ReadonlySet<number>, tables: number): Map<number, number> {
  const names = new Map<number, number>();
  const free = new Set(Array.from({ length: tables }, (_, table) => table));
  const name = (from: number, to: number | undefined) => {
    if (to === undefined || !free.has(to) || names.has(from)) return;
    names.set(from, to);
    free.delete(to);
  };
  for (const [key] of [...weights].sort(([one, heavy], [other, light]) => light - heavy || one - other)) {
    name(Math.floor(key / MOST_TABLES), key % MOST_TABLES);
  }
  const rest = [...used].filter((table) => table !== NOWHERE);
  for (const table of rest) name(table, table);
  for (const table of rest) name(table, [...free][0]);
  return names;
}
