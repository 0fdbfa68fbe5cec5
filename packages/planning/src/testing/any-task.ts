import fc from 'fast-check';
import { NOWHERE, type Seating } from '../encounters.ts';
import type { RotationFigures, RotationRound, RotationTask } from '../rotation/task.ts';

/** Any task small enough to be looked at: some rules contradict each other. */
export const anyTask: fc.Arbitrary<RotationTask> = fc.integer({ min: 1, max: 14 }).chain((people) => {
  const person = fc.nat({ max: people - 1 });
  const group = fc.uniqueArray(person, { minLength: 1, maxLength: 3 });
  const pair = fc.tuple(person, person).filter(([one, other]) => one !== other);
  return fc.record({
    people: fc.constant(people),
    rounds: fc.array(anyRound(people), { minLength: 1, maxLength: 4 }),
    together: fc.array(group, { maxLength: 2 }),
    apart: people > 1 ? fc.array(pair, { maxLength: 3 }) : fc.constant([]),
    hosts: fc.uniqueArray(fc.record({ person, table: fc.nat({ max: 1 }) }), {
      maxLength: 2,
      selector: (host) => host.person,
    }),
    seed: fc.integer(),
  });
});

function anyRound(people: number): fc.Arbitrary<RotationRound> {
  const person = fc.nat({ max: people - 1 });
  return fc.integer({ min: 1, max: 5 }).chain((tables) => {
    const table = fc.integer({ min: NOWHERE, max: tables - 1 });
    const seating = fc.array(table, { minLength: people, maxLength: people });
    const pins = fc.array(fc.tuple(person, table), { maxLength: 3 }).map((list) => {
      const at = new Map(list);
      return Array.from({ length: people }, (_, one) => at.get(one) ?? NOWHERE);
    });
    const size = fc.record({ least: fc.integer({ min: 1, max: 4 }), most: fc.integer({ min: 4, max: 8 }) });
    return fc.record(
      { tables: fc.constant(tables), sizes: size, frozen: seating, pins, absent: fc.array(person, { maxLength: 3 }) },
      { requiredKeys: ['tables'] },
    );
  });
}

/** The rules a plan breaks, in words; looked up the plain way. */
export function brokenRules(task: RotationTask, plan: readonly Seating[]): string[] {
  return task.rounds.flatMap((round, at) => {
    const seating = plan[at] ?? [];
    if (round.frozen) return seating.join() === round.frozen.join() ? [] : [`round ${at} was frozen`];
    return [...brokenAlone(round, seating), ...brokenBetween(task, round, seating)].map((what) => `${at}: ${what}`);
  });
}

function brokenAlone({ tables, sizes, pins, absent = [] }: RotationRound, seating: Seating): string[] {
  const broken: string[] = [];
  for (const [person, table] of seating.entries()) {
    if ((table === NOWHERE) !== absent.includes(person)) broken.push(`${person} is absent or not`);
    if (table < NOWHERE || table >= tables) broken.push(`${person} sits at no table`);
    const pin = pins?.[person] ?? NOWHERE;
    if (pin !== NOWHERE && table !== NOWHERE && table !== pin) broken.push(`${person} is not at their pin`);
  }
  const present = seating.filter((table) => table !== NOWHERE);
  const least = sizes && Math.min(Math.max(2, sizes.least), sizes.most, present.length);
  for (const [table, { length }] of Map.groupBy(present, (at) => at)) {
    if (sizes && (length > sizes.most || length < (least ?? 0))) broken.push(`${table} has ${length}`);
  }
  return broken;
}

function brokenBetween({ together, apart, hosts }: RotationTask, { absent = [] }: RotationRound, seating: Seating) {
  const broken: string[] = [];
  const there = (person: number) => !absent.includes(person);
  for (const group of together) {
    if (new Set(group.filter(there).map((person) => seating[person])).size > 1)
      broken.push(`${group} are not together`);
  }
  for (const [one, other] of apart) {
    if (there(one) && seating[one] === seating[other]) broken.push(`${one} and ${other} are not apart`);
  }
  for (const { person, table } of hosts) {
    if (there(person) && seating[person] !== table) broken.push(`${person} is not at the host's table`);
  }
  return broken;
}

/** What a plan is worth, counted pair by pair. */
export function naiveFigures(
  task: RotationTask,
  plan: readonly Seating[],
): Pick<RotationFigures, 'met' | 'twice' | 'more' | 'never' | 'pairs'> {
  const figures = { met: 0, twice: 0, more: 0, never: 0, pairs: 0 };
  for (let one = 0; one < task.people; one++) {
    for (let other = 0; other < one; other++) {
      const times = plan.filter((at) => (at[one] ?? NOWHERE) !== NOWHERE && at[one] === at[other]).length;
      const kept = task.apart.some((pair) => pair.includes(one) && pair.includes(other));
      const free = task.rounds.some(
        ({ frozen, absent = [] }) => !frozen && !kept && !absent.includes(one) && !absent.includes(other),
      );
      figures.pairs += Number(free || times > 0);
      figures.met += Number(times > 0);
      figures.never += Number(free && times === 0);
      figures.twice += Number(times === 2);
      figures.more += Number(times > 2);
    }
  }
  return figures;
}
