import { expect, test } from 'vitest';
import { type Exit, keepRunning, type Running } from './keep-running.ts';

/** A thing that runs until it is stopped or crashes, and a record of what happened to it. */
function machine(failingStarts: readonly number[] = []) {
  const said: string[] = [];
  const starts: ((exit: Exit) => void)[] = [];
  const waiting: { count: number; wake: () => void }[] = [];
  const start = async (): Promise<Running> => {
    const { promise: exited, resolve } = Promise.withResolvers<Exit>();
    starts.push(resolve);
    for (const { count, wake } of waiting) if (starts.length >= count) wake();
    if (failingStarts.includes(starts.length)) throw new Error(`start ${starts.length} failed`);
    return { exited, stop: async () => resolve({ code: 0, signal: null }) };
  };
  const keep = () => keepRunning(start, { name: 'LiveKit', say: (line) => said.push(line), backoffMs: [0, 1] });
  const started = (count: number) => new Promise<void>((wake) => waiting.push({ count, wake }));
  const crash = () => starts.at(-1)?.({ code: null, signal: 'SIGKILL' });
  return { said, starts, keep, started, crash };
}

test('what ends unasked is started again, and the terminal says so', async () => {
  const { said, keep, started, crash } = machine();
  const again = started(2);
  const stop = await keep();
  crash();
  await again;
  await stop();
  expect(said).toEqual(['LiveKit ended (SIGKILL); starting it again in 0 s …', 'LiveKit runs again.']);
});

test('a start that fails later is tried again after a longer wait', async () => {
  const { said, keep, started, crash } = machine([2]);
  const third = started(3);
  const stop = await keep();
  crash();
  await third;
  await stop();
  expect(said).toEqual([
    'LiveKit ended (SIGKILL); starting it again in 0 s …',
    'start 2 failed',
    'LiveKit did not start; starting it again in 0.001 s …',
    'LiveKit runs again.',
  ]);
});

test('the first start decides whether there is anything to keep', async () => {
  await expect(machine([1]).keep()).rejects.toThrow('start 1 failed');
});

test('what is stopped stays stopped, without a word', async () => {
  const { said, starts, keep } = machine();
  const stop = await keep();
  await stop();
  expect([starts.length, said]).toEqual([1, []]);
});
