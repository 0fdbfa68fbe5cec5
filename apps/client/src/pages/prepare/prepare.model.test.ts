import { modelWorkshop, type PrepAnswer } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import type { PreparingState } from './prep-desk.ts';
import { appointmentOf, progressOf, saveLineOf, whenOf } from './prepare.model.ts';

const { questions = [], phases } = modelWorkshop('en').plan;
const text = (words: string): PrepAnswer => ({ kind: 'text', text: words });
const view = {
  ...({ name: 'Ada', role: 'participant', title: 'Workshop', language: 'en', status: 'draft', phases } as const),
  ...{ questions, answers: {}, decks: {}, ready: false, shared: false, open: true, keepDays: 30, keptUntil: 0 },
};
const state = (change: Partial<PreparingState>): PreparingState => ({
  ...{ at: 'ready', view, answers: {}, saving: 'saved', refused: {}, savedAt: undefined, busy: false },
  ...change,
});

test('the model workshop asks six questions, and blanks are no answer', () => {
  const answers = { 'question-1': text('Parks'), 'question-2': text('  '), 'question-6': { kind: 'scale', figure: 0 } };
  expect(progressOf(state({ answers: answers as PreparingState['answers'] }))).toEqual({
    ...{ done: 2, of: 6 },
    open: [2, 3, 4, 5],
  });
});

test.each([
  [{}, 'none'],
  [{ savedAt: 1 }, 'saved'],
  [{ saving: 'unsaved', savedAt: 1 }, 'unsaved'],
  [{ saving: 'saving' }, 'saving'],
  [{ saving: 'waiting', refused: { a: 'x' } }, 'waiting'],
  [{ saving: 'unsaved', refused: { a: 'x' } }, 'refused'],
] as const)('[PR-12] the line about saving says what is worst: %o', (change, line) => {
  expect(saveLineOf(state(change))).toBe(line);
});

test('when it is stands in the zone of whoever reads it', () => {
  const dated = { ...view, startsAt: Date.UTC(2027, 4, 10, 8) };
  expect(whenOf(dated, 'de', 'Europe/Berlin')).toEqual({
    from: 'Montag, 10. Mai 2027 um 10:00',
    to: '12:00 MESZ',
  });
  expect(whenOf(view, 'de')).toBeUndefined();
});

test('the appointment lasts as long as the programme', () => {
  const more = { uid: 'u', link: 'https://x.example/join#l', description: 'd', stampedAt: 0 };
  expect(appointmentOf({ ...view, startsAt: 1_000 }, more)).toMatchObject({ startsAt: 1_000, endsAt: 7_201_000 });
  expect(appointmentOf(view, more)).toBeUndefined();
});
