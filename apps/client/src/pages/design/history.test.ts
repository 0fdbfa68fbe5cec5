import fc from 'fast-check';
import { expect, test } from 'vitest';
import { begin, did, redo, undo } from './history.ts';

const typed = ['h', 'ha', 'hal'].reduce((history, text) => did(history, text, 'title'), begin(''));

test('[DE-6] letters typed into one field are taken back together', () => {
  expect(undo(typed).now).toBe('');
  expect(redo(undo(typed)).now).toBe('hal');
  expect(undo(did(typed, 'x', 'question')).now).toBe('hal');
});

test('[DE-6] after a step back the next letters are a step of their own', () => {
  const again = did(redo(undo(typed)), 'hall', 'title');
  expect(undo(again).now).toBe('hal');
});

test('an edit that changes nothing is none, and there is nothing before the beginning', () => {
  expect(did(typed, 'hal', 'other')).toBe(typed);
  const fresh = begin('a');
  expect(undo(fresh)).toBe(fresh);
  expect(redo(fresh)).toBe(fresh);
});

test('[DE-6] however often one goes back and forth, every state is found again', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 50 }), fc.nat(60), (states, steps) => {
      const full = states.reduce((history, state) => did(history, state), begin(-1));
      const turns = <T>(history: T, step: (history: T) => T) =>
        Array.from({ length: steps }).reduce<T>((each) => step(each), history);
      expect(turns(turns(full, undo), redo).now).toBe(full.now);
    }),
  );
});
