import { Worker } from 'node:worker_threads';
import { plainTask, type RotationOutcome } from '@werkraum/planning/rotation';
import { expect, test } from 'vitest';
import { describesRotationPlanner } from '../../ports/rotation-planner.contract.ts';
import { createPlannerInProcess } from './in-process.ts';
import { createSearch } from './search.ts';
import { createPlanningThread } from './thread.ts';

describesRotationPlanner('thread', createPlanningThread);
describesRotationPlanner('in process', createPlannerInProcess);

const LARGE = plainTask(200, Array(3).fill({ tables: 40 }), 1);

test('[RO-22] a thread that dies is told to whoever waited, and the next task has a new one', async () => {
  const threads: Worker[] = [];
  const planner = createPlanningThread(() => {
    const thread = new Worker(new URL('./worker.ts', import.meta.url), { execArgv: [] });
    threads.push(thread);
    return thread;
  });
  const first = Promise.withResolvers<unknown>();
  planner.plan(LARGE, { found: () => void threads[0]?.terminate(), failed: first.resolve });
  expect(await first.promise).toBeInstanceOf(Error);

  const second = Promise.withResolvers<RotationOutcome>();
  planner.plan(plainTask(4, [{ tables: 2 }]), { found: second.resolve, failed: second.reject });
  expect(await second.promise).toMatchObject({ ok: true });
  expect(threads).toHaveLength(2);
  await planner.stop();
});

test('[RO-22] planning for two hundred people keeps nobody waiting: the loop turns meanwhile', async () => {
  const planner = createPlanningThread();
  let turns = 0;
  const first = Promise.withResolvers<RotationOutcome>();
  const count = () => {
    turns += 1;
    if (counting) setImmediate(count);
  };
  let counting = true;
  planner.plan(LARGE, { found: first.resolve, failed: first.reject });
  count();
  expect(await first.promise).toMatchObject({ ok: true });
  counting = false;
  expect(turns).toBeGreaterThan(100);
  await planner.stop();
});

test('[RO-22] of many small gains at most six are told, a second apart, and the last one is the end', () => {
  let now = 0;
  const search = createSearch(LARGE, () => now);
  const told: [at: number, done: boolean][] = [];
  while (told.at(-1)?.[1] !== true) {
    const outcome = search.step();
    if (outcome) told.push([now, !outcome.ok || outcome.done]);
    now += 400;
  }
  expect(told.length).toBeLessThanOrEqual(6);
  for (const [index, [at]] of told.slice(1, -1).entries())
    expect(at - (told[index]?.[0] ?? 0)).toBeGreaterThanOrEqual(1_000);
});
