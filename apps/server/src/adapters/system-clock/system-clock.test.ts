import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSystemClock } from './system-clock.ts';

const HOUR = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});

afterEach(() => {
  vi.useRealTimers();
});

test('fires once at its instant, however far away', () => {
  const rang: number[] = [];
  createSystemClock().at(1_000_000 + 30 * 24 * HOUR, () => rang.push(Date.now()));

  vi.advanceTimersByTime(30 * 24 * HOUR - 1);
  expect(rang).toEqual([]);
  vi.advanceTimersByTime(24 * HOUR);
  expect(rang).toEqual([1_000_000 + 30 * 24 * HOUR]);
});

test('fires as soon as possible when the instant is past, but never inside the call', () => {
  let rang = false;
  createSystemClock().at(5, () => {
    rang = true;
  });

  expect(rang).toBe(false);
  vi.advanceTimersByTime(1);
  expect(rang).toBe(true);
});

test('a wake-up can be taken back, also after its wait was renewed', () => {
  let rang = false;
  const cancel = createSystemClock().at(1_000_000 + HOUR, () => {
    rang = true;
  });
  vi.advanceTimersByTime(HOUR / 2);
  cancel();
  vi.advanceTimersByTime(HOUR);

  expect(rang).toBe(false);
});

test('follows the wall clock when it is set forward or back', () => {
  const rang: string[] = [];
  const clock = createSystemClock();
  clock.at(1_000_000 + HOUR, () => rang.push('an hour'));
  vi.setSystemTime(1_000_000 + HOUR + 1);
  vi.advanceTimersByTime(5_001);
  expect(rang).toEqual(['an hour']);

  const now = clock.now();
  clock.at(now + 2_000, () => rang.push('two seconds'));
  vi.setSystemTime(now - 10_000);
  vi.advanceTimersByTime(5_000);
  expect(rang).toEqual(['an hour']);
  vi.advanceTimersByTime(10_000);
  expect(rang).toEqual(['an hour', 'two seconds']);
});
