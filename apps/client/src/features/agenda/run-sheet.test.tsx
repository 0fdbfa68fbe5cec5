import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { startLanguage } from '../../i18n/i18n.ts';
import { showScene } from '../../testing/show-scene.tsx';
import { allowShortcuts } from '../../ui/shortcuts.ts';
import { AgendaStrip } from './agenda-strip.tsx';
import { PhaseClock } from './phase-clock.tsx';
import { RunSheet } from './run-sheet.tsx';
import { RunSheetKeys } from './run-sheet-keys.tsx';

beforeAll(startLanguage);
afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });

test('the big button says in words what happens next, and does it', () => {
  const sent = showScene({ moment: 'talk', you: 'frieda' }, <RunSheet />);
  fireEvent.click(button(/^Open round 1 – 2\stables, 25\smin$/));
  expect(sent).toEqual([{ type: 'advance-phase', phaseId: 'talk' }]);
});

test('ahead or behind stands there as one sentence', () => {
  showScene({ moment: 'inputs', you: 'frieda' }, <RunSheet />);
  expect(screen.getByText(/^4 min behind: would end at \d\d:04, 4 min past the hard end\.$/)).toBeTruthy();
});

test('ending is asked once more', () => {
  const sent = showScene({ moment: 'reflection', you: 'frieda' }, <RunSheet />);
  fireEvent.click(button('End the workshop'));
  expect(sent).toEqual([]);
  fireEvent.click(button('End for everybody'));
  expect(sent).toEqual([{ type: 'end-session' }]);
});

test('everything is at hand by keyboard, whatever panel is open', () => {
  const sent = showScene({ moment: 'talk', you: 'frieda' }, <RunSheetKeys />);
  fireEvent.keyDown(document.body, { key: '+' });
  fireEvent.keyDown(document.body, { key: '-', altKey: true });
  fireEvent.keyDown(document.body, { key: 'p' });
  fireEvent.keyDown(document.body, { key: 'u' });
  fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true });
  expect(sent).toEqual([
    { type: 'extend-phase', phaseId: 'talk', byMs: 60_000 },
    { type: 'extend-phase', phaseId: 'talk', byMs: -300_000 },
    { type: 'pause-phase', phaseId: 'talk' },
    { type: 'undo-phase', phaseId: 'talk' },
    { type: 'advance-phase', phaseId: 'talk' },
  ]);
});

test('keys do nothing while somebody types, and single keys can be switched off', () => {
  const sent = showScene(
    { moment: 'talk', you: 'frieda' },
    <>
      <RunSheetKeys />
      <input aria-label="note" />
    </>,
  );
  fireEvent.keyDown(screen.getByLabelText('note'), { key: 'p' });
  allowShortcuts(false);
  fireEvent.keyDown(document.body, { key: 'p' });
  allowShortcuts(true);
  expect(sent).toEqual([]);
});

test('by keyboard, too, ending is asked once more', () => {
  const sent = showScene(
    { moment: 'reflection', you: 'frieda' },
    <>
      <RunSheetKeys />
      <RunSheet />
    </>,
  );
  fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true });
  expect(screen.getByRole('dialog', { name: 'End the workshop for everybody?' })).toBeTruthy();
  expect(sent).toEqual([]);
});

test('a participant has no such keys', () => {
  const sent = showScene({ moment: 'talk', you: 'ada' }, <RunSheetKeys />);
  fireEvent.keyDown(document.body, { key: 'p' });
  expect(sent).toEqual([]);
});

test('the clock shows figures, its last word and overtime', () => {
  showScene({ moment: 'talk', elapsedMs: 24 * 60_000 }, <PhaseClock />);
  expect(screen.getByRole('timer', { name: 'Overtime' }).textContent).toBe('+4:00');
});

test('the strip names the running phase for those who listen', () => {
  showScene({ moment: 'talk' }, <AgendaStrip />);
  const current = screen.getAllByRole('listitem').filter((item) => item.getAttribute('aria-current') === 'step');
  expect(current.map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Input talk, running now, 20 minutes planned'),
  ]);
});
