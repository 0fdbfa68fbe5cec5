import { expect, test } from 'vitest';
import { figuresOf } from './figures-of.ts';

test('a scale is chosen from its lowest figure to its highest', () => {
  expect(figuresOf({ from: 1, to: 5 })).toEqual([1, 2, 3, 4, 5]);
  expect(figuresOf({ from: 0, to: 10 })).toHaveLength(11);
});
