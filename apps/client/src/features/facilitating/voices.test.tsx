import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { modelTurns } from '../../gallery/model-session.ts';
import { startEveryWord } from '../../i18n/every-word.ts';
import { showScene } from '../../testing/show-scene.tsx';
import { turnsHere } from '../turns/turns-here.ts';
import { Voices } from './voices.tsx';

beforeAll(startEveryWord);
afterEach(cleanup);

test('[TU-38] a facilitator starts a round of voices with the same time for everybody', () => {
  const sent = showScene({ moment: 'reflection', you: 'frieda' }, <Voices />);
  fireEvent.change(screen.getByRole('combobox', { name: 'Each' }), { target: { value: '90' } });
  fireEvent.click(screen.getByRole('button', { name: 'Start the round' }));
  expect(sent).toEqual([{ type: 'start-voices', phaseId: 'reflection', slotMs: 90_000 }]);
});

test('[TU-40] while one goes on it can be ended, and nothing else', () => {
  const sent = showScene({ moment: 'reflection', you: 'frieda' }, <Voices />, (documents) => ({
    ...documents,
    you: { ...documents.you, may: ['end-voices'] },
  }));
  fireEvent.click(screen.getByRole('button', { name: 'End the round of voices' }));
  expect(sent).toEqual([{ type: 'end-voices', phaseId: 'reflection' }]);
  expect(screen.queryByRole('combobox')).toBeNull();
});

test('[TU-38] nobody else is offered it', () => {
  showScene({ moment: 'reflection', you: 'ada' }, <Voices />);
  expect(screen.queryByRole('button')).toBeNull();
});

test('[TU-38] turns are those of the place where one is', () => {
  const voices = modelTurns('A', 0);
  expect(turnsHere({ voices }, { place: 'plenary' }, undefined)).toBe(voices);
  expect(turnsHere({ voices }, { place: 'round-1-a' as never }, undefined)).toBeUndefined();
});
