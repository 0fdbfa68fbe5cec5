import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countEncounters } from './encounters.ts';
import { plainTask, type RotationOutcome } from './rotation.ts';
import { anyTask, brokenRules, naiveFigures } from './testing/any-task.ts';
import { bestOf, outcomesOf } from './testing/outcomes.ts';

const rounds = (count: number, tables: number) => Array.from({ length: count }, () => ({ tables }));

test.each([8, 9, 11, 12])('[RO-7] %i people at two tables all meet in three rounds', (people) => {
  const { figures } = bestOf(plainTask(people, rounds(3, 2)));
  expect(figures).toMatchObject({ never: 0, perfect: true });
});

test('[RO-7] of ten people in fives, three pairs miss each other; sixes and fours let everybody meet', () => {
  expect(bestOf(plainTask(10, rounds(3, 2))).figures).toMatchObject({ met: 42, never: 3, perfect: true });
  const sizes = { least: 4, most: 6 };
  const uneven = bestOf(
    plainTask(
      10,
      Array.from({ length: 3 }, () => ({ tables: 2, sizes })),
    ),
  );
  expect(uneven.figures).toMatchObject({ never: 0, perfect: true });
});

test('[RO-1, RO-2, RO-3, RO-4, RO-5] whatever the rules, a plan keeps to them, or it is said which contradict', () => {
  fc.assert(
    fc.property(anyTask, (task) => {
      for (const outcome of outcomesOf(task, 2)) {
        if (outcome.ok) expect(brokenRules(task, outcome.plan)).toEqual([]);
      }
    }),
  );
});

test('[RO-6] figures agree with a count by hand', () => {
  fc.assert(
    fc.property(anyTask, (task) => {
      for (const outcome of outcomesOf(task, 1)) {
        if (outcome.ok) expect(outcome.figures).toMatchObject(naiveFigures(task, outcome.plan));
      }
    }),
  );
});

test('[RO-8] the same task gives the same plan', () => {
  fc.assert(
    fc.property(anyTask, (task) => {
      expect(outcomesOf(task, 3)).toEqual(outcomesOf(task, 3));
    }),
    { numRuns: 20 },
  );
});

const golfers = Array.from({ length: 17 }, (_, index) => index + 2).flatMap((groups) =>
  Array.from({ length: groups - 1 }, (_, index): [number, number] => [groups, index + 2]),
);

test.each(golfers.filter(([groups, size]) => groups * size <= 36))(
  '[RO-7] %i groups of %i: three rounds without a repeat',
  (groups, size) => {
    for (const seed of [1, 2 ** 31, -3]) {
      const { figures } = bestOf(plainTask(groups * size, rounds(3, groups), seed), 300);
      expect(figures).toMatchObject({ twice: 0, more: 0, perfect: true });
    }
  },
);

test.each([
  [9, 3, 4],
  [16, 4, 5],
  [25, 5, 6],
])('[RO-7] %i people at %i tables: everybody meets everybody in %i rounds', (people, tables, count) => {
  for (const seed of [1, 77, 1234]) {
    const { figures } = bestOf(plainTask(people, rounds(count, tables), seed));
    expect(figures).toMatchObject({ never: 0, twice: 0, more: 0, perfect: true });
  }
});

test('[RO-7] 200 people at 40 tables: nobody meets anybody twice, even around hosts, absent people and a round that was held', () => {
  const [first] = bestOf(plainTask(200, rounds(1, 40))).plan;
  const hosts = Array.from({ length: 40 }, (_, table) => ({ person: 5 * table, table }));
  const task = {
    ...plainTask(200, [{ tables: 40, frozen: first ?? [] }, { tables: 40, absent: [1, 2, 3] }, { tables: 40 }]),
    hosts,
  };
  expect(bestOf(task).figures).toMatchObject({ twice: 0, more: 0, perfect: true });
});

test('[RO-2, RO-3] without rules tables are even and in use, and nobody sits alone', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 40 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer(),
      (people, tables, seed) => {
        for (const seating of bestOf(plainTask(people, rounds(2, tables), seed), 3).plan) {
          const sizes = [...Map.groupBy(seating, (table) => table).values()].map(({ length }) => length);
          expect(sizes.length).toBe(Math.min(tables, Math.floor(people / 2)));
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        }
      },
    ),
    { numRuns: 30 },
  );
});

test('[RO-9, RO-10] a plan that keeps to the rules is never made worse, step by step', () => {
  fc.assert(
    fc.property(anyTask, fc.integer(), (task, seed) => {
      const [start] = outcomesOf(task, 1);
      if (!start?.ok) return;
      let before = worthOf(start);
      for (const outcome of outcomesOf({ ...task, seed, start: start.plan }, 3)) {
        if (!outcome.ok) throw new Error('a plan has been found before');
        const after = worthOf(outcome);
        expect(after[0] > before[0] || (after[0] === before[0] && after[1] <= before[1])).toBe(true);
        before = after;
      }
    }),
  );
});

test('[RO-9] a plan that cannot be made better stays as it is', () => {
  const task = plainTask(16, rounds(5, 4), 3);
  const start = bestOf(task).plan;
  expect(bestOf({ ...task, seed: 4, start }).plan).toEqual(start);
});

test('[RO-1, RO-9] when somebody does not come, few others change tables', () => {
  const rounds = [{ tables: 6 }, { tables: 6 }, { tables: 6 }];
  const start = bestOf(plainTask(29, rounds, 3)).plan;
  const left = rounds.map((round, at) =>
    at === 0 ? { ...round, frozen: start[0] ?? [] } : { ...round, absent: [7, 8] },
  );
  const { plan, figures } = bestOf({ ...plainTask(29, left, 4), start });
  expect(figures.perfect).toBe(true);
  const moved = plan.flatMap((seating, round) => seating.filter((table, at) => table !== start[round]?.[at]));
  // The two who are missing in both rounds, and at most two people to even out tables in each of them.
  expect(moved.length).toBeLessThanOrEqual(8);
});

/** Pairs met, and squared meetings. */
function worthOf({ plan, figures }: Extract<RotationOutcome, { ok: true }>): [met: number, squares: number] {
  const { pairs } = countEncounters(plan[0]?.length ?? 0, plan);
  return [figures.met, pairs.reduce((sum, count, times) => sum + count * times ** 2, 0)];
}
