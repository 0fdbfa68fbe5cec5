import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTicker } from './ticker.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 100_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

const OFFSET_MS = 340;
const serverNow = () => Date.now() + OFFSET_MS;

test('everybody is told at the server’s whole second, whatever the own clock says', () => {
  const ticker = createTicker(serverNow);
  const seen: number[] = [];
  const stop = ticker.subscribe(() => seen.push(ticker.now()));
  vi.advanceTimersByTime(3_000);
  expect(seen).toEqual([101_000, 102_000, 103_000]);
  expect(serverNow() - 103_000).toBe(OFFSET_MS);
  stop();
});

test('all listeners share one timer, and none is left when nobody listens', () => {
  const ticker = createTicker(serverNow);
  const stops = [ticker.subscribe(() => {}), ticker.subscribe(() => {})];
  expect(vi.getTimerCount()).toBe(1);
  for (const stop of stops) stop();
  expect(vi.getTimerCount()).toBe(0);
});

test('a tab that was held back is right as soon as it is shown', () => {
  const ticker = createTicker(serverNow);
  const seen: number[] = [];
  const stop = ticker.subscribe(() => seen.push(ticker.now()));
  vi.setSystemTime(190_000); // no timer ran meanwhile
  document.dispatchEvent(new Event('visibilitychange'));
  expect(seen).toEqual([190_000]);
  stop();
});
