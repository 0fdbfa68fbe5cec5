import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainTask, planRotation, type RotationOutcome, type RotationTask } from './rotation.ts';
import { anyTask, brokenRules, naiveFigures } from './testing/any-task.ts';

function best(task: RotationTask, steps = 20): Extract<RotationOutcome, { ok: true }> {
  const search = planRotation(task, { steps });
  for (;;) {
    const { value, done } = search.next();
    if (!done) continue;
    if (!value.ok) throw new Error(JSON.stringify(value.conflict));
    return value;
  }
}

const rounds = (count: number, tables: number) => Array.from({ length: count }, () => ({ tables }));

test.each([8, 9, 11, 12])('[RO-7] %i people at two tables all meet in three rounds', (people) => {
  const { figures } = best(plainTask(people, rounds(3, 2)));
  expect(figures).toMatchObject({ never: 0, perfect: true });
});

test('[RO-7] of ten people in fives, three pairs miss each other; sixes and fours let everybody meet', () => {
  expect(best(plainTask(10, rounds(3, 2))).figures).toMatchObject({ met: 42, never: 3, perfect: true });
  const sizes = { least: 4, most: 6 };
  const uneven = best(
    plainTask(
      10,
      Array.from({ length: 3 }, () => ({ tables: 2, sizes })),
    ),
  );
  expect(uneven.figures).toMatchObject({ never: 0, perfect: true });
});

test('[RO-1 RO-2 RO-3 RO-4 RO-5] whatever the rules, a plan keeps to them, or it is said which contradict', () => {
  fc.assert(
    fc.property(anyTask, (task) => {
      for (const outcome of planRotation(task, { steps: 2 })) {
        if (outcome.ok) expect(brokenRules(task, outcome.plan)).toEqual([]);
      }
    }),
  );
});

test('[RO-6] figures agree with a count by hand', () => {
  fc.assert(
    fc.property(anyTask, (task) => {
      for (const outcome of planRotation(task, { steps: 1 })) {
        if (outcome.ok) expect(outcome.figures).toMatchObject(naiveFigures(task, outcome.plan));
      }
    }),
  );
});

test('[RO-8] the same task gives the same plan', () => {
  fc.assert(
    fc.property(anyTask, (task) => {
      expect([...planRotation(task, { steps: 2 })]).toEqual([...planRotation(task, { steps: 2 })]);
    }),
    { numRuns: 20 },
  );
});
