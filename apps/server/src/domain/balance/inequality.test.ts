import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inequality } from './inequality.ts';

test.each([
  [[10, 10, 10, 10, 10], 0],
  [[50, 12.5, 12.5, 12.5, 12.5], 0.375],
  [[10, 10, 10, 0, 0], 0.5],
  [[10, 10, 0, 0, 0], 0.75],
  [[10, 0, 0, 0, 0], 1],
  [[7, 0, 0], 1],
])('[BA-5] %j is %d unequal', (amounts, expected) => {
  expect(inequality(amounts)).toBeCloseTo(expected, 10);
});

test('[BA-5] nobody and one alone are not unequal', () => {
  expect([inequality([]), inequality([5]), inequality([0, 0, 0])]).toEqual([0, 0, 0]);
});

const amounts = fc.array(fc.nat({ max: 100_000 }), { minLength: 2, maxLength: 12 });

test('[BA-5] it lies between 0 and 1 and knows no order and no unit', () => {
  fc.assert(
    fc.property(amounts, fc.integer({ min: 2, max: 50 }), (all, factor) => {
      const value = inequality(all);
      expect(value).toBeGreaterThanOrEqual(-1e-9);
      expect(value).toBeLessThanOrEqual(1 + 1e-9);
      expect(inequality(all.toReversed())).toBeCloseTo(value, 9);
      expect(inequality(all.map((amount) => amount * factor))).toBeCloseTo(value, 9);
    }),
  );
});

test('[BA-5] whoever gives some of their time to somebody quieter makes it more equal', () => {
  fc.assert(
    fc.property(amounts, (all) => {
      const ranked = all.toSorted((a, b) => a - b);
      const [least = 0, most = 0] = [ranked[0], ranked.at(-1)];
      const given = Math.floor((most - least) / 2);
      const after = [least + given, ...ranked.slice(1, -1), most - given];
      expect(inequality(after)).toBeLessThanOrEqual(inequality(ranked) + 1e-9);
    }),
  );
});
