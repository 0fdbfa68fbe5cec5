import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NOWHERE, type Seating } from '../encounters.ts';
import { anyTask, brokenRules } from '../testing/any-task.ts';
import { outcomesOf } from '../testing/outcomes.ts';
import { plainTask, type RotationConflict, type RotationRound, type RotationTask } from './task.ts';

function conflictOf(task: RotationTask): RotationConflict | undefined {
  const last = outcomesOf(task, 1).at(-1);
  return last?.ok === false ? last.conflict : undefined;
}

const task = (people: number, round: Partial<RotationRound>, more: Partial<RotationTask> = {}): RotationTask => ({
  ...plainTask(people, [{ tables: 2, ...round }]),
  ...more,
});
const pinned = (people: number, at: Record<number, number>): Seating =>
  Array.from({ length: people }, (_, person) => at[person] ?? NOWHERE);

test.each<[string, RotationTask, RotationConflict]>([
  [
    'kept together by way of somebody else, and apart',
    task(
      6,
      {},
      {
        together: [
          [0, 1],
          [1, 2],
        ],
        apart: [[0, 2]],
      },
    ),
    { kind: 'together-apart', people: [0, 2] },
  ],
  [
    'a host of a table there is not',
    task(6, {}, { hosts: [{ person: 3, table: 2 }] }),
    { kind: 'no-such-table', round: 0, person: 3, table: 2, tables: 2 },
  ],
  [
    'one person at two tables',
    task(6, { pins: pinned(6, { 3: 0 }) }, { hosts: [{ person: 3, table: 1 }] }),
    { kind: 'two-tables', round: 0, people: [3], tables: [0, 1] },
  ],
  [
    'two kept together at two tables',
    task(6, { pins: pinned(6, { 1: 0, 2: 1 }) }, { together: [[1, 2]] }),
    { kind: 'two-tables', round: 0, people: [1, 2], tables: [0, 1] },
  ],
  [
    'two kept apart at one table',
    task(6, { pins: pinned(6, { 1: 1, 2: 1 }) }, { apart: [[2, 1]] }),
    { kind: 'apart-pinned', round: 0, people: [1, 2], table: 1 },
  ],
  [
    'a table too small for those who must sit there',
    task(6, { sizes: { least: 2, most: 3 }, pins: pinned(6, { 0: 0, 1: 0, 2: 0, 3: 0 }) }),
    { kind: 'table-full', round: 0, table: 0, people: [0, 1, 2, 3], most: 3 },
  ],
  [
    'a group larger than a table',
    task(6, { sizes: { least: 2, most: 3 } }, { together: [[0, 1, 2, 3]] }),
    { kind: 'group-too-large', round: 0, people: [0, 1, 2, 3], most: 3 },
  ],
  [
    'three people kept apart at two tables',
    task(
      6,
      {},
      {
        apart: [
          [0, 1],
          [1, 2],
          [0, 2],
        ],
      },
    ),
    { kind: 'too-many-apart', round: 0, people: [0, 1, 2], tables: 2 },
  ],
  [
    'more people than chairs',
    task(9, { sizes: { least: 2, most: 4 } }),
    { kind: 'sizes', round: 0, present: 9, tables: 2, least: 2, most: 4 },
  ],
  [
    'five people in a ring of pairs kept apart at two tables',
    task(
      6,
      {},
      {
        apart: [
          [0, 1],
          [1, 2],
          [2, 3],
          [3, 4],
          [4, 0],
        ],
      },
    ),
    { kind: 'no-seating', round: 0, people: [0, 1, 2, 3, 4], proven: true },
  ],
])('[RO-5] %s', (_, contradicting, conflict) => {
  expect(conflictOf(contradicting)).toEqual(conflict);
});

test('[RO-5] a rule that holds only for who is absent contradicts nothing', () => {
  const rules = { together: [[0, 1, 2, 3]], hosts: [{ person: 0, table: 0 }] };
  expect(conflictOf(task(6, { absent: [0], pins: pinned(6, { 0: 1 }) }, rules))).toBeUndefined();
});

test('[RO-5] where rules are said to contradict each other, trying everything finds no seating either', () => {
  fc.assert(
    fc.property(anyTask, (any) => {
      const conflict = any.people <= 6 ? conflictOf(any) : undefined;
      if (!conflict || !('round' in conflict)) return;
      const round = any.rounds[conflict.round];
      if (!round) return;
      const alone: RotationTask = { ...any, rounds: [round] };
      for (const seating of everySeating(any.people, round.tables)) {
        expect(brokenRules(alone, [seating]).length + Number(leavesAlone(seating))).toBeGreaterThan(0);
      }
    }),
    { numRuns: 300 },
  );
});

function* everySeating(people: number, tables: number): Generator<number[]> {
  for (let code = 0; code < (tables + 1) ** people; code++) {
    yield Array.from({ length: people }, (_, person) => (Math.floor(code / (tables + 1) ** person) % (tables + 1)) - 1);
  }
}

/** Somebody sits alone although there is company [RO-3]. */
function leavesAlone(seating: Seating): boolean {
  const seated = seating.filter((table) => table !== NOWHERE);
  return [...Map.groupBy(seated, (table) => table).values()].some(({ length }) => length === 1 && seated.length > 1);
}
