import { expect, test } from 'vitest';
import { withLimit } from './progress.ts';

test('work that never ends is given up at its limit, with a message and an aborted signal', async () => {
  let seen: AbortSignal | undefined;
  const endless = withLimit({ label: 'waiting for rain', limitMs: 5, say: () => {} }, (signal) => {
    seen = signal;
    return new Promise(() => {});
  });
  await expect(endless).rejects.toThrow('waiting for rain: given up after 1 s');
  expect(seen?.aborted).toBe(true);
});

test('work that takes its time is heard of', async () => {
  const { promise: heard, resolve } = Promise.withResolvers<string>();
  const result = await withLimit({ label: 'digging', limitMs: 60_000, say: resolve, heartbeatMs: 1 }, () => heard);
  expect(result).toBe('  … digging: 0 s (limit 60 s)');
});
