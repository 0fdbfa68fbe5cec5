import { cleanup, fireEvent, screen } from '@testing-library/preact';
import type { ReadinessView } from '@werkraum/protocol';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { modelSession, type Scene } from '../../gallery/model-session.ts';
import { startEveryWord } from '../../i18n/every-word.ts';
import { showScene } from '../../testing/show-scene.tsx';
import { atHand, saidOf, sharedHere, shownHere } from './at-hand.model.ts';
import { literalAnswers, literalReadiness, withOwnAnswers, withTheirAnswers } from './literal-prep.ts';
import { OwnAnswersInTurn, PrepCards, SharedAnswers } from './prep-cards.tsx';
import { readinessOf } from './readiness.model.ts';
import { ReadinessPanel } from './readiness-panel.tsx';
import { reminder } from './reminder.ts';

beforeAll(startEveryWord);
afterEach(cleanup);

const own = withOwnAnswers('en');
const at = (you: string, moment: Scene['moment'] = 'inputs') => {
  const { session, you: seat, room } = own(modelSession({ moment, you }));
  return { session, you: seat, room };
};

test('[PR-8] the own answers are at hand in the own turn and before it, and not at other times', () => {
  expect(atHand(at('ben'))).toMatchObject({ when: 'now', at: 'table', shown: false });
  expect(atHand(at('cem'))).toMatchObject({ when: 'next', show: undefined });
  expect(atHand(at('dora'))).toBeUndefined();
  expect(atHand(at('ben', 'talk'))).toMatchObject({ when: 'now', at: 'plenary' });
  expect(atHand(at('cem', 'talk'))).toBeUndefined();
});

test('[PR-9] showing names the phase and the turn one saw', () => {
  const model = atHand(at('ben'));
  const roomId = 'round-1-a';
  expect(model?.show).toEqual({ type: 'show-answers', phaseId: 'round-1', turn: { roomId, turnId: `${roomId}-ben` } });
  expect(atHand(at('ben', 'talk'))?.show).toEqual({ type: 'show-answers', phaseId: 'talk' });
});

test('[PR-9] one click shows them, and one hides them again', () => {
  const sent = showScene({ moment: 'inputs', you: 'ben' }, <OwnAnswersInTurn />, own);
  expect(screen.getByText('Only you see them.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Show to the table' }));
  cleanup();
  const hidden = showScene({ moment: 'inputs', you: 'ben' }, <OwnAnswersInTurn />, (documents) =>
    withTheirAnswers('en', ['ben'], true)(own(documents)),
  );
  expect(screen.queryByRole('button', { name: 'Show to the table' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Hide again' }));
  expect([...sent, ...hidden].map(({ type }) => type)).toEqual(['show-answers', 'hide-answers']);
});

test('[PR-10] the others see question and answer, and whose they are', () => {
  showScene({ moment: 'inputs', you: 'dora' }, <PrepCards />, withTheirAnswers('en', ['ben'], true));
  expect(screen.getByRole('heading', { name: 'Ben shows what they prepared' })).toBeTruthy();
  expect(screen.getByText('Who drives the topic at your place?').nextSibling?.textContent).toBe('A staff unit');
  expect(screen.getByText(/^4 on a scale from 1 \(hardly\) to 5/)).toBeTruthy();
});

test('[PR-7] shared answers are read apart from those that are shown', () => {
  const documents = withTheirAnswers('en', ['ben', 'cem'], false)(modelSession({ moment: 'inputs', you: 'dora' }));
  const { session, you, room } = documents;
  expect(shownHere({ session, you, room })).toEqual([]);
  expect(sharedHere({ session, you, room }).map(({ name }) => name)).toEqual(['Ben', 'Cem']);
  showScene({ moment: 'inputs', you: 'dora' }, <SharedAnswers />, () => documents);
  expect(screen.getByText('Cem')).toBeTruthy();
});

test('an option is read in its words', () => {
  const [, , choice] = literalAnswers('de');
  if (!choice) throw new Error('no such question');
  expect(saidOf(choice)).toEqual({ kind: 'text', text: 'Eine Stabsstelle' });
});

const view = (change: Partial<ReadinessView>): ReadinessView => ({
  ...{ opened: false, answered: 0, of: 6, slides: false, ready: false },
  ...change,
});

test('[PR-6] who is not ready comes first, and staff are not waited for', () => {
  const person = (name: string, role: 'participant' | 'facilitator' = 'participant') => ({ name, role });
  const seats = { a: person('Ada'), b: person('Ben'), c: person('Cem'), f: person('Frieda', 'facilitator') };
  const readiness = { a: view({ ready: true, opened: true }), b: view({ answered: 2 }), c: view({}), f: view({}) };
  expect(readinessOf(seats, readiness)).toMatchObject({
    ready: 1,
    lines: [
      { name: 'Cem', state: 'unopened' },
      { name: 'Ben', state: 'working', answered: 2 },
      { name: 'Ada', state: 'ready' },
    ],
  });
  expect(readinessOf(seats, undefined)).toBeUndefined();
});

test('[PR-6] a facilitator sees how far people are', () => {
  showScene({ moment: 'doors-closed', you: 'frieda' }, <ReadinessPanel />, (documents) => ({
    ...documents,
    ...(documents.facilitators && {
      facilitators: {
        ...documents.facilitators,
        readiness: literalReadiness(Object.keys(documents.staff?.seats ?? {})),
      },
    }),
  }));
  expect(screen.getByText(/\d+ of \d+ ready/)).toBeTruthy();
  expect(screen.getAllByText('Not opened yet').length).toBeGreaterThan(0);
});

test('a reminder is in the workshop’s language, with its zone, and without a link nobody knows', () => {
  const startsAt = Date.UTC(2027, 4, 10, 8);
  const text = reminder('Ada', { title: 'Unser Tag', language: 'de', startsAt }, 'Europe/Berlin');
  expect(text).toContain('„Unser Tag“ (Montag, 10. Mai 2027 um 10:00 MESZ)');
  expect(text).not.toContain('http');
  expect(reminder('Ada', { title: 'Our day', language: 'en' })).toContain('“Our day” is coming up');
});
