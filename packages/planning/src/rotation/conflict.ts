import { NOWHERE } from '../encounters.ts';
import { mostOpen, widest } from './limits.ts';
import { fixedTables, groupsOf, isBound, type RoundRules, rulesOf, type Unit } from './rules.ts';
import { type Course, courseOf } from './seat-round.ts';
import type { RotationConflict, RotationTask } from './task.ts';

/** The rounds with limits under which they can be seated, or the first contradiction between rules [RO-5]. */
export function coursesOrConflict(task: RotationTask): { courses: Course[] } | { conflict: RotationConflict } {
  const early = conflictOfGroups(task) ?? conflictOfPins(task);
  if (early) return { conflict: early };
  const courses: Course[] = [];
  for (const rules of rulesOf(task)) {
    const conflict = conflictInRound(rules);
    if (conflict) return { conflict };
    const course = courseOf(rules);
    if (!('limits' in course)) return { conflict: noSeating(rules, course.proven) };
    courses.push(course);
  }
  return { courses };
}

function conflictOfGroups(task: RotationTask): RotationConflict | undefined {
  const groups = groupsOf(task);
  const people = task.apart.find(([one, other]) => groups[one] === groups[other]);
  return people && { kind: 'together-apart', people };
}

function conflictOfPins(task: RotationTask): RotationConflict | undefined {
  const groups = groupsOf(task);
  for (const [round, { tables, frozen, absent = [] }] of task.rounds.entries()) {
    if (frozen) continue;
    const pins = new Map<number | undefined, { person: number; table: number }>();
    for (let person = 0; person < task.people; person++) {
      for (const table of absent.includes(person) ? [] : fixedTables(task, round, person)) {
        if (table < 0 || table >= tables) return { kind: 'no-such-table', round, person, table, tables };
        const first = pins.get(groups[person]) ?? { person, table };
        const people = [...new Set([first.person, person])];
        if (first.table !== table) return { kind: 'two-tables', round, people, tables: [first.table, table] };
        pins.set(groups[person], first);
      }
    }
  }
  return undefined;
}

const conflictInRound = (rules: RoundRules): RotationConflict | undefined =>
  conflictOfSizes(rules) ?? conflictAtTables(rules) ?? conflictOfApart(rules);

function conflictOfSizes(rules: RoundRules): RotationConflict | undefined {
  const { round, present, units, sizes } = rules;
  if (!sizes || present.length === 0) return undefined;
  const { least, most } = widest(rules);
  const open = mostOpen(rules);
  if (present.length > open * most || present.length < open * least) {
    return { kind: 'sizes', round, present: present.length, tables: open, ...sizes };
  }
  const large = units.find(({ people }) => people.length > most);
  return large && { kind: 'group-too-large', round, people: large.people, most };
}

function conflictAtTables(rules: RoundRules): RotationConflict | undefined {
  const { round } = rules;
  const { most } = widest(rules);
  for (const [table, units] of Map.groupBy(rules.units, ({ pin }) => pin)) {
    if (table === NOWHERE) continue;
    const people = units.flatMap((unit) => unit.people);
    const rivals = firstPair(people, (one, other) => rules.apart[one]?.includes(other) ?? false);
    if (rivals) return { kind: 'apart-pinned', round, people: rivals, table };
    if (people.length > most) return { kind: 'table-full', round, table, people, most };
  }
  return undefined;
}

function firstPair(
  people: readonly number[],
  is: (one: number, other: number) => boolean,
): [number, number] | undefined {
  for (const one of people) for (const other of people) if (one < other && is(one, other)) return [one, other];
  return undefined;
}

/** A clique among those kept apart that is larger than the number of tables: grown greedily from each of them. */
function conflictOfApart(rules: RoundRules): RotationConflict | undefined {
  const tables = mostOpen(rules);
  const lists = rules.units.map((unit) => rivalsOf(rules, unit));
  for (const [at, rivals] of lists.entries()) {
    if (rivals.size < tables) continue;
    const clique = [at];
    for (const other of rivals) if (clique.every((member) => lists[member]?.has(other))) clique.push(other);
    if (clique.length <= tables) continue;
    const people = clique.map((unit) => rules.units[unit]?.people[0] ?? NOWHERE);
    return { kind: 'too-many-apart', round: rules.round, people, tables };
  }
  return undefined;
}

const rivalsOf = ({ apart, unitOf }: RoundRules, { people }: Unit): Set<number> =>
  new Set(
    people
      .flatMap((person) => apart[person] ?? [])
      .map((rival) => unitOf[rival] ?? NOWHERE)
      .filter((unit) => unit !== NOWHERE),
  );

function noSeating(rules: RoundRules, proven: boolean): RotationConflict {
  const people = rules.units.filter((unit) => isBound(rules, unit)).flatMap((unit) => unit.people);
  return { kind: 'no-seating', round: rules.round, people, proven };
}
