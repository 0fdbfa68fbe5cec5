import { expect, test } from 'vitest';
import { bestSample, clockSample, measureOffset, refineOffset } from './clock-offset.ts';

test('[WI-20] the offset of one round trip is taken at its middle', () => {
  expect(clockSample(1_000, 61_050, 1_100)).toEqual({ rttMs: 100, offsetMs: 60_000 });
});

test('[WI-20] the smallest round trip wins', () => {
  const samples = [
    { rttMs: 80, offsetMs: 40 },
    { rttMs: 12, offsetMs: 5 },
    { rttMs: 300, offsetMs: -90 },
  ];
  expect(bestSample(samples)).toEqual({ rttMs: 12, offsetMs: 5 });
  expect(bestSample([])).toBeUndefined();
});

test('asks one after the other and keeps the best of an uneven line', async () => {
  // A server 500 ms ahead, behind a line that takes 200, 20 and 90 ms there and back.
  const trips = [200, 20, 90];
  let local = 10_000;
  let asked = 0;
  const ask = async () => {
    const trip = trips[asked++] ?? 0;
    const serverNow = local + trip / 2 + 500;
    local += trip;
    return serverNow;
  };
  expect(await measureOffset(ask, () => local, 3)).toEqual({ rttMs: 20, offsetMs: 500 });
  expect(asked).toBe(3);
});

test('a coarser measurement that does not contradict a finer one changes nothing', () => {
  const fine = { rttMs: 10, offsetMs: 100 };
  expect(refineOffset(fine, { rttMs: 200, offsetMs: 30 })).toBe(fine);
});

test('a measurement that contradicts the held one wins: the computer slept or its clock was set', () => {
  const coarse = { rttMs: 200, offsetMs: 4_000 };
  expect(refineOffset({ rttMs: 10, offsetMs: 100 }, coarse)).toBe(coarse);
});

test('a finer measurement wins; without one the held offset stays', () => {
  const held = { rttMs: 50, offsetMs: 100 };
  const finer = { rttMs: 8, offsetMs: 110 };
  expect(refineOffset(held, finer)).toBe(finer);
  expect(refineOffset(held, undefined)).toBe(held);
  expect(refineOffset(undefined, undefined)).toBeUndefined();
});
