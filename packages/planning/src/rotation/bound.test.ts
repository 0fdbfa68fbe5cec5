import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyTask } from '../testing/any-task.ts';
import { everyRound, mostMet } from '../testing/every-rotation.ts';
import { bestOf, outcomesOf } from '../testing/outcomes.ts';
import { meetingBound } from './bound.ts';
import { plainTask, type RotationRound } from './task.ts';

const rounds = (count: number, round: RotationRound) => Array.from({ length: count }, () => round);

test.each([
  [5, 2, 3],
  [6, 2, 3],
  [6, 3, 3],
  [7, 2, 3],
  [7, 3, 3],
  [8, 2, 2],
  [8, 2, 3],
  [8, 3, 2],
  [8, 4, 3],
  [9, 2, 3],
  [9, 3, 3],
  [9, 4, 2],
  [10, 2, 3],
  [10, 3, 2],
])('[RO-1, RO-11] %i people, %i tables, %i rounds: as good as trying everything', (people, tables, count) => {
  const task = plainTask(people, rounds(count, { tables }), 5);
  const truth = mostMet(everyRound(people, tables), count);
  expect(meetingBound(task).met).toBeGreaterThanOrEqual(truth);
  expect(bestOf(task).figures.met).toBe(truth);
});

test('[RO-11] whatever the rules, no plan lets more pairs meet than the bound says', () => {
  fc.assert(
    fc.property(anyTask, (task) => {
      for (const outcome of outcomesOf(task, 2)) {
        if (outcome.ok) expect(outcome.figures.met).toBeLessThanOrEqual(outcome.figures.bound.met);
      }
    }),
    { numRuns: 150 },
  );
});

test.each([
  [10, { tables: 2 }, 3, { met: 42, kind: 'proven', reason: 'two-tables' }],
  [10, { tables: 2, sizes: { least: 4, most: 6 } }, 3, { met: 45, kind: 'proven', reason: 'everybody' }],
  [12, { tables: 2 }, 3, { met: 66, kind: 'proven', reason: 'everybody' }],
  [24, { tables: 4 }, 2, { met: 112, kind: 'proven', reason: 'crossing' }],
  [20, { tables: 5 }, 3, { met: 90, kind: 'proven', reason: 'seats' }],
  [36, { tables: 6 }, 4, { met: 359, kind: 'known', reason: 'schedule' }],
  [12, { tables: 4 }, 5, { met: 59, kind: 'known', reason: 'schedule' }],
] as const)('[RO-11] %i people at %o, %i rounds', (people, round, count, bound) => {
  expect(meetingBound(plainTask(people, rounds(count, round)))).toMatchObject(bound);
});
