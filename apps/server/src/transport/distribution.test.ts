import { Histogram, Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { createDistribution } from './distribution.ts';

const BOUNDS = [0.5, 1, 8];

test('an operator reads what a histogram of prom-client would say of the same values', async () => {
  const [ours, theirs] = [new Registry(), new Registry()];
  const mine = createDistribution(ours, 'seconds', 'How long', BOUNDS);
  const stock = new Histogram({ name: 'seconds', help: 'How long', buckets: BOUNDS, registers: [theirs] });
  expect(await ours.metrics()).not.toBe('');
  for (const value of [0, 0.5, 0.500001, 1, 2, 8, 9, 1_000]) {
    mine.observe(value);
    stock.observe(value);
  }
  expect(await ours.metrics()).toBe(await theirs.metrics());
});
