import { expect, test } from 'vitest';
import { createFleeting } from './fleeting.ts';

const SPAN = 1_000;

test('remembers for the whole span, however much comes meanwhile', () => {
  const map = createFleeting<number, string>(SPAN);
  for (let at = 0; at <= 10 * SPAN; at += 10) {
    map.set(at, `said at ${at}`, at);
    const then = Math.max(0, at - SPAN);
    expect(map.get(then)).toBe(`said at ${then}`);
  }
});

test('holds no more than two spans of what came', () => {
  const map = createFleeting<number, true>(SPAN);
  for (let at = 0; at <= 10 * SPAN; at += 10) map.set(at, true, at);
  expect(map.keys().length).toBeLessThanOrEqual((2 * SPAN) / 10);
  expect(map.keys()).toEqual(map.keys().toSorted((one, other) => one - other));
});

test('time in which nothing comes does not count', () => {
  const map = createFleeting<string, true>(SPAN);
  map.set('before the night', true, 0);
  map.set('in the morning', true, 50 * SPAN);
  expect(map.keys()).toEqual(['before the night', 'in the morning']);
});

test('a clock that is set back makes nothing be forgotten earlier, nor anything be kept for ever', () => {
  const map = createFleeting<string, true>(SPAN);
  map.set('late', true, 50 * SPAN);
  map.set('early', true, 0);
  expect(map.keys()).toEqual(['late', 'early']);
  map.set('a', true, SPAN);
  map.set('b', true, 2 * SPAN);
  expect(map.keys()).toEqual(['a', 'b']);
});

test('an entry that is set again is new, and a deleted one is gone', () => {
  const map = createFleeting<string, number>(SPAN);
  map.set('one', 1, 0);
  map.set('two', 1, 0);
  map.set('one', 2, SPAN);
  map.delete('two');
  expect([map.get('one'), map.get('two'), map.keys()]).toEqual([2, undefined, ['one']]);
});
