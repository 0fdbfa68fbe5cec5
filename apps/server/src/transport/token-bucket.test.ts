import { expect, test } from 'vitest';
import { createFakeClock } from '../adapters/memory/fake-clock.ts';
import { createTokenBucket } from './token-bucket.ts';

const taken = (take: () => boolean, times: number) => Array.from({ length: times }, take).filter(Boolean).length;

test('[WI-12] a burst, then a steady rate, and never more than the burst after a pause', async () => {
  const clock = createFakeClock(0);
  const take = createTokenBucket(clock, 20, 40);
  expect(taken(take, 100)).toBe(40);
  await clock.advance(500);
  expect(taken(take, 100)).toBe(10);
  await clock.advance(60_000);
  expect(taken(take, 100)).toBe(40);
});

test('a clock that is set back takes nothing away', () => {
  let now = 10_000;
  const take = createTokenBucket({ now: () => now, at: () => () => {} }, 20, 2);
  expect(take()).toBe(true);
  now = 0;
  expect(take()).toBe(true);
  expect(take()).toBe(false);
  now = 50;
  expect(take()).toBe(true);
});
