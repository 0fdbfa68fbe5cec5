import { NOWHERE, type Seating } from '../encounters.ts';
import type { RotationTask } from './task.ts';

/** People who move as one: a single person, or everybody kept together who is there in this round. */
export interface Unit {
  readonly people: readonly number[];
  /** Where it must sit, `NOWHERE` for anywhere. */
  readonly pin: number;
}

/** The rules of one round that is not frozen, as the search needs them. */
export interface RoundRules {
  readonly round: number;
  readonly tables: number;
  readonly present: readonly number[];
  readonly units: readonly Unit[];
  /** Position of each person's unit in `units`; `NOWHERE` when absent. */
  readonly unitOf: readonly number[];
  /** Per person, everybody they are kept apart from. Shared by all rounds. */
  readonly apart: readonly (readonly number[])[];
  /** Limits somebody has set. */
  readonly sizes?: { readonly least: number; readonly most: number };
}

/** How many tables are used, and how many people sit at each of them. */
export interface Limits {
  readonly open: number;
  readonly least: number;
  readonly most: number;
}

/** Everybody's group by `together`, as the smallest position in it; groups with somebody in common are one. */
export function groupsOf({ people, together }: RotationTask): number[] {
  const lead = Array.from({ length: people }, (_, person) => person);
  const find = (person: number): number => {
    const up = lead[person] ?? person;
    return up === person ? person : find(up);
  };
  for (const group of together) {
    for (const person of group) {
      const [one, other] = [find(group[0] ?? person), find(person)];
      lead[Math.max(one, other)] = Math.min(one, other);
    }
  }
  return lead.map((_, person) => find(person));
}

/** Per person, everybody they are kept apart from. */
export function apartOf({ people, apart }: RotationTask): number[][] {
  const lists = Array.from({ length: people }, () => new Set<number>());
  for (const [one, other] of apart) {
    lists[one]?.add(other);
    lists[other]?.add(one);
  }
  return lists.map((list) => [...list]);
}

/** Who is there in a round: not absent, and in a frozen round seated. */
export function presentIn({ people, rounds }: RotationTask, round: number): number[] {
  const { absent = [], frozen } = rounds[round] ?? {};
  const missing = new Set(absent);
  const everybody = Array.from({ length: people }, (_, person) => person);
  return everybody.filter((person) => (frozen ? (frozen[person] ?? NOWHERE) !== NOWHERE : !missing.has(person)));
}

/** Where each person must sit in a round: the tables of their pin and of their host's table, usually none. */
export function fixedTables({ rounds, hosts }: RotationTask, round: number, person: number): number[] {
  const pin = rounds[round]?.pins?.[person] ?? NOWHERE;
  const hosted = hosts.filter((host) => host.person === person).map(({ table }) => table);
  return [...new Set(pin === NOWHERE ? hosted : [pin, ...hosted])];
}

/** The rules of each round that is not frozen. The task is free of contradictions between pins (`conflictOf`). */
export function rulesOf(task: RotationTask): RoundRules[] {
  const groups = groupsOf(task);
  const apart = apartOf(task);
  return task.rounds.flatMap(({ tables, sizes, frozen }, round) => {
    if (frozen) return [];
    const present = presentIn(task, round);
    const units = [...Map.groupBy(present, (person) => groups[person]).values()].map(
      (people): Unit => ({ people, pin: people.flatMap((person) => fixedTables(task, round, person))[0] ?? NOWHERE }),
    );
    const unitOf = Array.from({ length: task.people }, () => NOWHERE);
    for (const [at, { people }] of units.entries()) for (const person of people) unitOf[person] = at;
    return [{ round, tables, present, units, unitOf, apart, ...(sizes && { sizes }) }];
  });
}

/** Tables somebody must sit at. */
export const pinnedTables = ({ units }: RoundRules): Set<number> =>
  new Set(units.map(({ pin }) => pin).filter((pin) => pin !== NOWHERE));

/** Whether rules bind this unit beyond the sizes of tables. */
export const isBound = (rules: RoundRules, { people, pin }: Unit): boolean =>
  pin !== NOWHERE || people.length > 1 || people.some((person) => (rules.apart[person] ?? []).length > 0);

/** A seating in which nobody sits anywhere. */
export const nobodySeated = (people: number): number[] => Array.from({ length: people }, () => NOWHERE);

/** A copy of full length. */
export const copyOf = (people: number, seating: Seating | undefined): number[] =>
  Array.from({ length: people }, (_, person) => seating?.[person] ?? NOWHERE);
