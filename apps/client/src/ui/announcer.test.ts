import { expect, test } from 'vitest';
import { announce, announcements } from './announcer.ts';

const turn = () => announcements.getState().turn;

test('the same sentence right after itself is not said again, later it is', () => {
  announce('One minute left', 10_000);
  const first = turn();
  announce('One minute left', 11_000);
  expect(turn()).toBe(first);
  announce('One minute left', 20_000);
  expect(turn()).toBe(first + 1);
  announce('Ten seconds left', 20_001);
  expect(announcements.getState()).toEqual({ text: 'Ten seconds left', turn: first + 2 });
});
