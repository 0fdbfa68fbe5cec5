import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import type { FacilitatorsView, Reply, RoomView, SeatView, SessionView, StaffView } from '@werkraum/protocol';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { ada } from '../gallery/people.ts';
import { startLanguage } from '../i18n/i18n.ts';
import { toasts } from '../ui/toast-store.ts';
import { followYou, useFacilitators, useRoomSlice, useSend, useSession, useStaff, useYou } from './hooks.ts';
import { type LiteralRoom, literalConnection } from './literal.ts';
import { ConnectionProvider } from './provider.tsx';
import { receive } from './room-store.ts';

beforeAll(startLanguage);
afterEach(cleanup);

const atTableA: SeatView = { ...ada, place: 'round-1-a' as SeatView['place'] };
const tableA = { roomId: 'round-1-a', phaseId: 'round-1', hands: {} } as unknown as RoomView;
const everything = {
  session: { title: 'Towns' } as SessionView,
  staff: { admission: 'automatic' } as StaffView,
  facilitators: {
    notes: {},
    boards: {},
    rotation: { rules: {} },
    doings: {},
    announcements: {},
  } satisfies FacilitatorsView,
  room: tableA,
};

function Eyes() {
  const seen = {
    you: useYou()?.name,
    session: useSession()?.title,
    staff: useStaff()?.admission,
    facilitators: useFacilitators() && 'seen',
    room: useRoomSlice()?.roomId,
  };
  return <output>{JSON.stringify(seen)}</output>;
}

function look(literal: LiteralRoom) {
  const connection = literalConnection(literal);
  render(
    <ConnectionProvider connection={connection}>
      <Eyes />
    </ConnectionProvider>,
  );
  const sees = () => JSON.parse(screen.getByRole('status').textContent ?? '');
  return { connection, sees };
}

test('a participant at a table sees the session and that table, not what staff sees', () => {
  expect(look({ ...everything, you: atTableA }).sees()).toEqual({ you: ada.name, session: 'Towns', room: 'round-1-a' });
});

test('a table’s document that stayed behind is not shown in the plenary', () => {
  expect(look({ ...everything, you: ada }).sees()).not.toHaveProperty('room');
});

test.each(['facilitator', 'timekeeper'] as const)('a %s sees what staff sees', (role) => {
  expect(look({ ...everything, you: { ...ada, role } }).sees()).toHaveProperty('staff', 'automatic');
});

test.each([
  ['facilitator', true],
  ['timekeeper', false],
] as const)('[FA-1] what facilitators have to themselves a %s sees: %s', (role, sees) => {
  expect('facilitators' in look({ ...everything, you: { ...ada, role } }).sees()).toBe(sees);
});

test('who waits at the door sees their own seat and nothing else', () => {
  const you: SeatView = { ...ada, admission: 'waiting', place: 'lobby' };
  expect(look({ ...everything, you }).sees()).toEqual({ you: ada.name });
});

test('a new document is drawn', async () => {
  const { connection, sees } = look({ ...everything, you: ada });
  receive(connection.store, { kind: 'patch', audience: 'session', base: 1, revision: 2, patch: { title: 'Cities' } });
  await expect.poll(() => sees().session).toBe('Cities');
});

function Button({ done }: { done(reply: Reply): void }) {
  const send = useSend();
  return (
    <button type="button" onClick={() => void send({ type: 'raise-hand' }).then(done)}>
      Raise
    </button>
  );
}

/** Presses the button, waits for the reply and returns the lines shown by then. */
async function press(reply: Reply) {
  toasts.setState({ lines: [] });
  const replied = Promise.withResolvers<Reply>();
  render(
    <ConnectionProvider connection={literalConnection({ you: ada, send: async () => reply })}>
      <Button done={replied.resolve} />
    </ConnectionProvider>,
  );
  fireEvent.click(screen.getByText('Raise'));
  expect(await replied.promise).toEqual(reply);
  return toasts.getState().lines.map(({ text }) => text);
}

test('a refusal is told in words by itself, and handed on', async () => {
  expect(await press({ ok: false, rejection: 'hands-not-here' })).toEqual(['Hands cannot be raised here.']);
});

test('what went well is not commented on', async () => {
  expect(await press({ ok: true })).toEqual([]);
});

test('[VC-4] whoever follows the own seat hears of a move at once, before anything is drawn, and of nothing else', () => {
  const { store } = literalConnection({ you: ada });
  const places: unknown[] = [];
  const stop = followYou(store, (you) => places.push(you?.place));
  store.setState({ link: { state: 'reconnecting' } });
  receive(store, { kind: 'snapshot', audience: `seat:${ada.seatId}`, revision: 2, doc: atTableA });
  expect(places).toEqual([ada.place, 'round-1-a']);

  stop();
  receive(store, { kind: 'gone', audience: `seat:${ada.seatId}` });
  expect(places).toHaveLength(2);
});
