import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import type { Command } from '@werkraum/protocol';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { literalConnection } from '../../connection/literal.ts';
import { ConnectionProvider } from '../../connection/provider.tsx';
import { startEveryWord } from '../../i18n/every-word.ts';
import { announcements } from '../../ui/announcer.ts';
import { type LiteralScene, literalRoom, TABLE_A, TABLE_B, turnIdOf } from './literal-turns.ts';
import { TimekeeperScreen } from './timekeeper.tsx';
import { SETTLING_MS } from './use-settled.ts';

beforeAll(startEveryWord);
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Draws the screen, lets what is shown become meant, and returns the commands that are sent. */
async function show(scene: LiteralScene): Promise<Command[]> {
  const sent: Command[] = [];
  const send = async (command: Command) => {
    sent.push(command);
    return { ok: true as const };
  };
  const room = literalRoom({ you: 'Theo', ...scene, send });
  render(
    <ConnectionProvider connection={literalConnection(room)}>
      <TimekeeperScreen />
    </ConnectionProvider>,
  );
  await settle();
  return sent;
}

const settle = () =>
  act(() => {
    vi.advanceTimersByTime(SETTLING_MS);
  });

const benSpeaks = { speaking: { name: 'Ben', leftMs: 80_000 }, next: 'Cem' };
const emilWaits = { next: 'Emil' };
const press = (key: string, on: Element = document.body) => fireEvent.keyDown(on, { key });
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const types = (sent: readonly Command[]) => sent.map(({ type }) => type);

test('every table has its clock, and one of them is large', async () => {
  const sent = await show({ a: benSpeaks, b: emilWaits });
  expect(screen.getByRole('radio', { name: 'Table A: Ben, 1:20 left' })).toHaveProperty('checked', true);
  fireEvent.click(button('+30 s'));
  fireEvent.click(screen.getByRole('radio', { name: 'Table B: Not begun' }));
  expect(screen.getByRole('article', { name: 'Table B' })).toBeTruthy();
  fireEvent.click(button('Start Emil'));
  expect(sent).toEqual([
    expect.objectContaining({ type: 'extend-turn', roomId: TABLE_A, byMs: 30_000 }),
    { type: 'start-turn', roomId: TABLE_B, turnId: turnIdOf(TABLE_B, 'Emil') },
  ]);
});

test('keys work on the large table, and arrows go to the others', async () => {
  const sent = await show({ a: benSpeaks, b: emilWaits });
  for (const key of [' ', '+', 'n', 'l', 's', 'e']) press(key);
  expect(types(sent)).toEqual(['pause-turn', 'extend-turn', 'nudge-speaker', 'postpone-turn', 'skip-turn', 'end-turn']);
  press('ArrowRight');
  expect(screen.getByRole('article', { name: 'Table B' })).toBeTruthy();
  expect(announcements.getState().text).toBe('Table B: Not begun');
  press(' ');
  expect(sent.at(-1)).toMatchObject({ type: 'start-turn', roomId: TABLE_B });
  press('ArrowLeft');
  expect(screen.getByRole('article', { name: 'Table A' })).toBeTruthy();
});

test('space presses the button that has the focus, and arrows walk along radio buttons', async () => {
  const sent = await show({ a: benSpeaks, b: emilWaits });
  press(' ', button('Done'));
  press('ArrowRight', screen.getByRole('radio', { name: 'All rounds' }));
  expect(sent).toEqual([]);
  expect(screen.getByRole('article', { name: 'Table A' })).toBeTruthy();
});

test('on a facilitator’s screen + belongs to the run sheet', async () => {
  const sent = await show({ you: 'Frieda', a: benSpeaks });
  press('+');
  expect(sent).toEqual([]);
  expect(button('+30 s').getAttribute('aria-keyshortcuts')).toBeNull();
});

test('[TU-27] the second half of a double click does not hit the next speaker', async () => {
  const sent: Command[] = [];
  const send = async (command: Command) => {
    sent.push(command);
    return { ok: true as const };
  };
  const room = literalRoom({ you: 'Theo', a: benSpeaks, send });
  render(
    <ConnectionProvider connection={literalConnection(room)}>
      <TimekeeperScreen />
    </ConnectionProvider>,
  );
  fireEvent.click(button('Done'));
  press('e');
  expect(sent).toEqual([]);
  await settle();
  fireEvent.click(button('Done'));
  expect(types(sent)).toEqual(['end-turn']);
});

test('[TU-28] a nudge shows how long ago it was', async () => {
  await show({ a: { ...benSpeaks, nudgedAgoMs: 12_000 } });
  expect(screen.getByText('Nudged 0:12 ago')).toBeTruthy();
});

test('[TU-3] the order is changed with arrows on the grip, and said', async () => {
  const sent = await show({ a: benSpeaks });
  press('ArrowUp', button('Move Dora: up and down arrow'));
  expect(sent).toEqual([
    { type: 'move-turn', roomId: TABLE_A, turnId: turnIdOf(TABLE_A, 'Dora'), before: turnIdOf(TABLE_A, 'Cem') },
  ]);
  expect(announcements.getState().text).toBe('Dora is now number 2 of 3 who wait.');
});

test('[TU-32] all tables together: the beat is the one thing to do next', async () => {
  const sent = await show({ a: { ...benSpeaks, beat: 2 }, b: { ...emilWaits, beat: 2 } });
  expect(screen.getByText('Starts: Cem (A), Emil (B).')).toBeTruthy();
  expect(screen.getByText('Ends: Ben (A, 1:20 left).')).toBeTruthy();
  press('b');
  fireEvent.click(screen.getByRole('checkbox', { name: 'All tables on one beat' }));
  expect(sent).toEqual([
    { type: 'start-beat', phaseId: 'round', beat: 2 },
    { type: 'pace-together', phaseId: 'round', on: false },
  ]);
});

test('[TU-36] the shares of all rounds are a view of their own', async () => {
  const share = { grantedMs: 240_000, usedMs: 250_000, overMs: 10_000, turns: 2 };
  await show({ a: benSpeaks, shares: { Ada: share, Dora: { grantedMs: 0, usedMs: 0, overMs: 0, turns: 0 } } });
  fireEvent.click(screen.getByRole('radio', { name: 'All rounds' }));
  const list = within(screen.getByRole('region', { name: 'Speaking time in all rounds' })).getAllByRole('listitem');
  expect(list.map((line) => line.textContent)).toEqual([
    expect.stringContaining('4:10 of 4:00 · 0:10 over · 2 turns'),
    expect.stringContaining('not yet'),
  ]);
});

test('[TU-22] while the round is paused the timekeeper reads why nothing runs', async () => {
  const paused = { ...benSpeaks, speaking: { name: 'Ben', leftMs: 80_000, pausedAgoMs: 30_000 } };
  await show({ a: paused, phasePaused: true });
  expect(screen.getByRole('status').textContent).toMatch(/whole round is paused/);
  expect(screen.queryByRole('button', { name: 'Go on' })).toBeNull();
});
