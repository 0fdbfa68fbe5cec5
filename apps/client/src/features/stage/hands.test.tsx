import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { startLanguage } from '../../i18n/i18n.ts';
import { showScene } from '../../testing/show-scene.tsx';
import { HandButton, HandsPanel } from './hands.tsx';

beforeAll(startLanguage);
afterEach(cleanup);

test('the hand goes up by click and by H', () => {
  const sent = showScene({ moment: 'talk', you: 'dora' }, <HandButton />);
  fireEvent.click(screen.getByRole('button', { name: 'Raise hand' }));
  fireEvent.keyDown(document.body, { key: 'h' });
  expect(sent).toEqual([{ type: 'raise-hand' }, { type: 'raise-hand' }]);
});

test('a raised hand shows its place in the order and can be lowered', () => {
  const sent = showScene({ moment: 'talk', you: 'ada' }, <HandButton />);
  const button = screen.getByRole('button', { pressed: true });
  expect(button.textContent).toBe('Lower hand2');
  fireEvent.click(button);
  expect(sent).toEqual([{ type: 'lower-hand' }]);
});

test('a facilitator gives the word in order and takes it back', () => {
  const sent = showScene({ moment: 'talk', you: 'frieda' }, <HandsPanel />);
  fireEvent.click(screen.getByRole('button', { name: 'Give the word: Cem' }));
  fireEvent.click(screen.getByRole('button', { name: 'Lower: Ada' }));
  fireEvent.click(screen.getByRole('button', { name: 'Take back: Ben' }));
  expect(sent).toEqual([
    { type: 'give-word', seatId: 'cem' },
    { type: 'lower-hand', seatId: 'ada' },
    { type: 'take-word', seatId: 'ben' },
  ]);
});

test('participants see the order and no power over others', () => {
  showScene({ moment: 'talk', you: 'dora' }, <HandsPanel />);
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Ben',
    expect.stringContaining('Cem'),
    expect.stringContaining('Ada'),
  ]);
  expect(screen.queryByRole('button')).toBeNull();
});
