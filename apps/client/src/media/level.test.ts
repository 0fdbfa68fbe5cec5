import { expect, test } from 'vitest';
import { levelOf } from './level.ts';

test('[VC-14] the level follows hearing: silence is 0, full scale is 1, −30 dB is the middle', () => {
  expect(levelOf(0)).toBe(0);
  expect(levelOf(1)).toBe(1);
  expect(levelOf(10 ** (-30 / 20))).toBeCloseTo(0.5);
  expect(levelOf(0.000_001)).toBe(0);
});
