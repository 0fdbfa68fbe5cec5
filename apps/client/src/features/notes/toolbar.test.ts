import { expect, test } from 'vitest';
import { TOOLS, toolsThatFit } from './toolbar.model.ts';

test('[NO-19] everything stands in the row where there is room for it', () => {
  expect(toolsThatFit(TOOLS.length)).toEqual({ shown: TOOLS, more: [] });
  expect(toolsThatFit(Number.POSITIVE_INFINITY)).toEqual({ shown: TOOLS, more: [] });
});

test('[NO-19] where there is none, the rarer tools go behind a last button, each in its order', () => {
  expect(toolsThatFit(7)).toEqual({
    shown: ['bold', 'italic', 'heading2', 'bullets', 'undo', 'link'],
    more: ['heading3', 'numbers', 'quote', 'redo'],
  });
});

test('[NO-19] no tool is ever lost, and the row is never longer than its room', () => {
  for (let places = 2; places <= TOOLS.length; places += 1) {
    const { shown, more } = toolsThatFit(places);
    expect([...shown, ...more].toSorted()).toEqual(TOOLS.toSorted());
    expect(shown.length + (more.length > 0 ? 1 : 0)).toBeLessThanOrEqual(places);
  }
  expect(toolsThatFit(0).shown).toEqual(['bold']);
});
