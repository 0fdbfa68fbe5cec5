import { NOWHERE, type Seating } from '../encounters.ts';
import { type Random, shuffled } from '../random.ts';
import { limitsToTry } from './limits.ts';
import { isBound, type Limits, nobodySeated, pinnedTables, type RoundRules } from './rules.ts';
import { seatBound, type Tables, type Tries } from './seat-bound.ts';

/** Places tried before the search for a seating of one round is given up. */
const MOST_TRIES = 20_000;

/** A round with limits under which there is a seating. */
export interface Course {
  readonly rules: RoundRules;
  readonly limits: Limits;
}

/** Finds limits under which the round's rules can be kept; else says whether that is proven. */
export function courseOf(rules: RoundRules): Course | { proven: boolean } {
  const tries: Tries = { left: MOST_TRIES };
  if (rules.present.length === 0) return { rules, limits: { open: 0, least: 0, most: 0 } };
  for (const limits of limitsToTry(rules)) {
    if (seatBound(rules, limits, openTables(rules, limits, []), [], tries)) return { rules, limits };
  }
  return { proven: tries.left >= 0 };
}

/**
 * A seating that keeps to the round's rules and is as near to the wanted one as simple means get: a wanted seating that
 * keeps to them comes back as it is. People whose wanted table is unknown are dealt out by chance.
 */
export function seatRound({ rules, limits }: Course, wanted: Seating, random: Random): number[] {
  const open = openTables(rules, limits, wanted);
  const bound =
    seatBound(rules, limits, open, wanted, { left: MOST_TRIES }) ??
    // What somebody wanted can lead the search astray where an empty wish does not.
    seatBound(rules, limits, openTables(rules, limits, []), [], { left: MOST_TRIES });
  const tables = fill(rules, limits, bound ?? new Map(), wanted, random);
  const seating = nobodySeated(rules.unitOf.length);
  for (const [table, there] of tables) for (const person of there) seating[person] = table;
  return seating;
}

/** The tables in use: those somebody must sit at, then those most people want, then the first. */
function openTables(rules: RoundRules, { open }: Limits, wanted: Seating): number[] {
  const pinned = pinnedTables(rules);
  const wishes = Map.groupBy(rules.present, (person) => wanted[person] ?? NOWHERE);
  const weight = (table: number) => (pinned.has(table) ? 1_000 : 0) + (wishes.get(table)?.length ?? 0);
  const all = Array.from({ length: rules.tables }, (_, table) => table);
  return all
    .sort((one, other) => weight(other) - weight(one) || one - other)
    .slice(0, open)
    .sort(byNumber);
}

const byNumber = (one: number, other: number): number => one - other;

/** Seats everybody who is free: where they want to while there is room, then where somebody is missing. */
function fill(rules: RoundRules, limits: Limits, tables: Tables, wanted: Seating, random: Random): Tables {
  const free = rules.units.filter((unit) => !isBound(rules, unit)).flatMap(({ people }) => people);
  const pool: number[] = [];
  const movable = new Set(free);
  for (const person of shuffled(free, random)) {
    const there = tables.get(wanted[person] ?? NOWHERE);
    if (there && there.length < limits.most) there.push(person);
    else pool.push(person);
  }
  for (const person of pool) smallest(tables)?.push(person);
  level(tables, movable, rules.sizes ? limits : undefined);
  return tables;
}

/** Moves people from the largest table to the smallest until the limits hold; without limits, until sizes are even. */
function level(tables: Tables, movable: ReadonlySet<number>, limits: Limits | undefined): void {
  for (;;) {
    const to = smallest(tables);
    const from = largest(tables, movable);
    if (!to || !from || from.length - to.length < 2) return;
    if (limits && to.length >= limits.least && from.length <= limits.most) return;
    const at = from.findLastIndex((person) => movable.has(person));
    to.push(...from.splice(at, 1));
  }
}

const smallest = (tables: Tables): number[] | undefined =>
  [...tables.values()].reduce<number[] | undefined>(
    (best, there) => (best === undefined || there.length < best.length ? there : best),
    undefined,
  );

/** The largest table somebody may leave. */
const largest = (tables: Tables, movable: ReadonlySet<number>): number[] | undefined =>
  [...tables.values()]
    .filter((there) => there.some((person) => movable.has(person)))
    .reduce<number[] | undefined>(
      (best, there) => (best === undefined || there.length > best.length ? there : best),
      undefined,
    );
