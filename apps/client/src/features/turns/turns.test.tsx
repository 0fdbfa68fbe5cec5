import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import type { Command } from '@werkraum/protocol';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { literalConnection } from '../../connection/literal.ts';
import { ConnectionProvider } from '../../connection/provider.tsx';
import type { Ticker } from '../../connection/ticker.ts';
import { startEveryWord } from '../../i18n/every-word.ts';
import { announcements } from '../../ui/announcer.ts';
import { KeeperEars } from './keeper-ears.ts';
import { type LiteralScene, literalRoom, NOW } from './literal-turns.ts';
import { TurnPanel } from './turn-panel.tsx';
import { YourTurn } from './your-turn.tsx';

beforeAll(() => Promise.all([startEveryWord(), KeeperEars.fetch()]));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Draws what one person sees, and returns the commands they send. */
function show(scene: LiteralScene, view: preact.ComponentChildren): Command[] {
  const sent: Command[] = [];
  const send = async (command: Command) => {
    sent.push(command);
    return { ok: true as const };
  };
  render(
    <ConnectionProvider connection={literalConnection(literalRoom({ ...scene, send }))}>{view}</ConnectionProvider>,
  );
  return sent;
}

const benSpeaks = { speaking: { name: 'Ben', leftMs: 80_000 }, next: 'Cem' };
const inOrder = () => within(screen.getByRole('list', { name: 'Speaking order' })).getAllByRole('listitem');

test('everybody at the table sees who speaks, how long, and the order', () => {
  show(
    { you: 'Dora', a: { ...benSpeaks, turns: { Ada: { state: 'done', slotMs: 120_000, usedMs: 134_000 } } } },
    <TurnPanel />,
  );
  expect(screen.getByRole('timer').textContent).toBe('1:20');
  expect(screen.getByText('Ben speaks')).toBeTruthy();
  expect(inOrder().map((line) => line.textContent)).toEqual([
    expect.stringContaining('2:14, 0:14 over'),
    expect.stringContaining('Benspeaking'),
    expect.stringContaining('Cemwaiting'),
    expect.stringContaining('Dora (you)waiting'),
  ]);
  expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull();
});

test('[TU-25] a table that paces itself has the buttons', () => {
  const sent = show({ you: 'Dora', a: { ...benSpeaks, pacedBy: 'table' } }, <TurnPanel />);
  fireEvent.click(screen.getByRole('button', { name: 'Pause' }));
  expect(sent.map(({ type }) => type)).toEqual(['pause-turn']);
});

test('a waiting turn is changed from its line, by menu', () => {
  const sent = show({ you: 'Cem', a: benSpeaks }, <TurnPanel />);
  fireEvent.click(screen.getByRole('button', { name: 'Change the turn of Cem' }));
  fireEvent.click(screen.getByRole('menuitem', { name: 'Pass' }));
  expect(sent.map(({ type }) => type)).toEqual(['pass-turn']);
});

test('somebody without a table reads where the order will be', () => {
  show({ you: 'Frieda' }, <TurnPanel />);
  expect(screen.getByText(/When you sit at a table/)).toBeTruthy();
});

test('the next speaker is told, and may ask for later', () => {
  const sent = show({ you: 'Cem', a: benSpeaks }, <YourTurn />);
  expect(screen.getByRole('heading', { name: 'You are next' })).toBeTruthy();
  expect(screen.getByText('After Ben, in about 1:20.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Later' }));
  expect(sent.map(({ type }) => type)).toEqual(['postpone-turn']);
});

test('the speaker has a clock and ends their turn', () => {
  const sent = show({ you: 'Ben', a: benSpeaks }, <YourTurn />);
  expect(screen.getByRole('heading', { name: 'Your turn' })).toBeTruthy();
  expect(screen.getByRole('timer').textContent).toBe('1:20');
  fireEvent.click(screen.getByRole('button', { name: 'I am done' }));
  expect(sent.map(({ type }) => type)).toEqual(['end-turn']);
});

test('[TU-21] in overtime the speaker is asked to come to an end and not cut off', () => {
  show({ you: 'Ben', a: { ...benSpeaks, speaking: { name: 'Ben', leftMs: -17_000 } } }, <YourTurn />);
  expect(screen.getByRole('heading', { name: 'Please come to an end' })).toBeTruthy();
  expect(screen.getByRole('timer').textContent).toBe('+0:17');
});

test('who neither speaks nor is next sees no card', () => {
  show({ you: 'Dora', a: benSpeaks }, <YourTurn />);
  expect(screen.queryByRole('region')).toBeNull();
});

test.each([
  { who: 'Ben', says: '30 seconds left.' },
  { who: 'Theo', says: 'Table A: 30 seconds left for Ben.' },
  { who: 'Cem', says: undefined },
])('half a minute before the end $who hears: $says', async ({ who, says }) => {
  const clock = tickingAt(31_000);
  const literal = literalRoom({ you: who, a: { ...benSpeaks, speaking: { name: 'Ben', leftMs: 0 } } });
  render(
    <ConnectionProvider connection={{ ...literalConnection(literal), ticker: clock.ticker }}>
      <YourTurn />
    </ConnectionProvider>,
  );
  const before = announcements.getState();
  await act(() => clock.setLeft(30_000));
  const after = announcements.getState();
  expect(after === before ? undefined : after.text).toBe(says);
});

/** A clock that stands until it is told how long it is until `NOW`. */
function tickingAt(leftMs: number) {
  let left = leftMs;
  const listeners = new Set<() => void>();
  const ticker: Ticker = {
    now: () => NOW - left,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const setLeft = (ms: number) => {
    left = ms;
    for (const listener of listeners) listener();
  };
  return { ticker, setLeft };
}

test('[TU-28] the speaker reads that they are asked to come to an end', () => {
  show({ you: 'Ben', a: { ...benSpeaks, nudgedAgoMs: 3_000 } }, <YourTurn />);
  expect(screen.getByText('You are asked to come to an end.')).toBeTruthy();
});

test('[TU-31] the next speaker reads that all tables wait for each other', () => {
  show({ you: 'Cem', a: { next: 'Cem', state: 'running', beat: 2 } }, <YourTurn />);
  expect(screen.getByText(/All tables start their next turn together/)).toBeTruthy();
});
