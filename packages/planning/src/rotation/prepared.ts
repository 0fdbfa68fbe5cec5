import { NOWHERE, type Seating } from '../encounters.ts';
import { type Random, shuffled } from '../random.ts';
import { designsFor } from './designs/design.ts';
import { relabelled } from './relabel.ts';
import { nobodySeated } from './rules.ts';
import type { Course } from './seat-round.ts';
import type { RotationTask } from './task.ts';

/**
 * Plans to begin with, from ready-made schedules laid over the people by chance: whoever must sit at one table throughout
 * stands in the schedule's first level, where one person sits at each table in every round. A round that was held already takes
 * the place of the schedule's first. They keep to pins as far as tables can be named after them, and to no other rule.
 */
export function* preparedPlans(
  task: RotationTask,
  courses: readonly Course[],
  random: Random,
): Generator<Seating[], undefined> {
  const tables = courses[0]?.limits.open ?? 0;
  if (courses.some(({ limits }) => limits.open !== tables)) return;
  const everybody = Array.from({ length: task.people }, (_, person) => person).filter((person) =>
    courses.some(({ rules }) => (rules.unitOf[person] ?? NOWHERE) !== NOWHERE),
  );
  const held = task.rounds.flatMap(({ frozen }) => (frozen ? [frozen] : [])).at(-1);
  if (held) {
    for (const [first = [], ...design] of designsFor(everybody.length, tables, courses.length + 1)) {
      yield laidOver(task, courses, design, matching(first, held, everybody, random));
    }
  }
  for (const design of designsFor(everybody.length, tables, courses.length)) {
    yield laidOver(task, courses, design, standing(courses, everybody, random));
  }
}

/** Who stands where in a schedule: people who always sit at one table first, one for each table. */
function standing(courses: readonly Course[], everybody: readonly number[], random: Random): number[] {
  const taken = new Set<number>();
  const mixed = shuffled(everybody, random);
  const steady = mixed.filter((person) => {
    const pins = new Set(courses.map(({ rules }) => rules.units[rules.unitOf[person] ?? NOWHERE]?.pin ?? NOWHERE));
    const [pin = NOWHERE] = pins;
    if (pins.size !== 1 || pin === NOWHERE || taken.has(pin)) return false;
    taken.add(pin);
    return true;
  });
  return [...steady, ...mixed.filter((person) => !steady.includes(person))];
}

/** Who stands where so that the schedule's first round is the one that was held, as far as tables are as large. */
function matching(first: Seating, held: Seating, everybody: readonly number[], random: Random): number[] {
  const bySize = (groups: Iterable<number[]>) => [...groups].sort((one, other) => other.length - one.length);
  const points = bySize(Map.groupBy(first.keys(), (point) => first[point]).values());
  const seated = shuffled(everybody, random).filter((person) => (held[person] ?? NOWHERE) !== NOWHERE);
  const groups = bySize(Map.groupBy(seated, (person) => held[person]).values());
  const people: (number | undefined)[] = first.map(() => undefined);
  for (const [at, group] of groups.entries()) {
    for (const [index, point] of (points[at] ?? []).entries()) people[point] = group[index];
  }
  const placed = new Set(people);
  const rest = everybody.filter((person) => !placed.has(person));
  return people.map((person) => person ?? rest.pop() ?? NOWHERE);
}

function laidOver(
  { people, rounds, start }: RotationTask,
  courses: readonly Course[],
  design: readonly Seating[],
  standing: readonly number[],
): Seating[] {
  const plan: Seating[] = rounds.map(() => []);
  for (const [at, { rules }] of courses.entries()) {
    const seating = nobodySeated(people);
    for (const [point, person] of standing.entries()) {
      const there = (rules.unitOf[person] ?? NOWHERE) !== NOWHERE;
      if (there) seating[person] = design[at]?.[point] ?? NOWHERE;
    }
    plan[rules.round] = relabelled(rules, seating, start?.[rules.round] ?? []);
  }
  return plan;
}
