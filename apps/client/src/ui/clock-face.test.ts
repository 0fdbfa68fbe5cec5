import { expect, test } from 'vitest';
import { clockFace, clockTone } from './clock-face.ts';

test.each([
  [0, '0:00'],
  [999, '0:00'],
  [1_000, '0:01'],
  [65_000, '1:05'],
  [25 * 60_000, '25:00'],
  [3_725_000, '1:02:05'],
])('%i ms left reads %s', (leftMs, text) => {
  expect(clockFace(leftMs)).toEqual({ text, over: false });
});

test.each([
  [-1, '+0:01'],
  [-7_000, '+0:07'],
  [-600_000, '+10:00'],
])('%i ms left is overtime and counts up: %s', (leftMs, text) => {
  expect(clockFace(leftMs)).toEqual({ text, over: true });
});

test.each([
  [100_000, 'calm'],
  [20_001, 'calm'],
  [20_000, 'warn'],
  [5_001, 'warn'],
  [5_000, 'late'],
  [0, 'late'],
  [-1, 'over'],
] as const)('%i of 100000 ms left is %s', (leftMs, tone) => {
  expect(clockTone(leftMs, 100_000)).toBe(tone);
});
