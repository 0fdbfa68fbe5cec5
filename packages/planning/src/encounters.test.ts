import { expect, test } from 'vitest';
import { countEncounters, NOWHERE } from './encounters.ts';

test('counts pairs by how often they meet', () => {
  const { pairs, times } = countEncounters(4, [
    [0, 0, 1, 1],
    [0, 0, 0, NOWHERE],
  ]);
  expect(pairs).toEqual([2, 3, 1]);
  expect([times(0, 1), times(1, 0), times(0, 3), times(2, 3), times(0, 0)]).toEqual([2, 2, 0, 1, 0]);
});

test('without rounds nobody meets anybody', () => {
  expect(countEncounters(5, []).pairs).toEqual([10]);
});
