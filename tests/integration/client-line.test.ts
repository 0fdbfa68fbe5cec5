import {
  hashSecret,
  type LinkHash,
  makeSecret,
  modelWorkshop,
  type SeatId,
  type SessionView,
} from '@werkraum/protocol';
import { afterEach, expect, test } from 'vitest';
import type { Connection } from '../../apps/client/src/connection/connection.ts';
import { openConnection, type Proof } from '../../apps/client/src/connection/socket.ts';
import { createMemoryEventStore } from '../../apps/server/src/adapters/memory/event-store.ts';
import { createFakeClock } from '../../apps/server/src/adapters/memory/fake-clock.ts';
import { startServerUnderTest } from '../support/server-under-test.ts';
import { until } from '../support/until.ts';

// The client's own line to a real server: what a page would see of it. All the line wants of a page is whether it is shown.
Object.assign(globalThis, { document: Object.assign(new EventTarget(), { visibilityState: 'visible' }) });

const LONG_AGO = Date.UTC(2001, 0, 1);
const endings: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function givenFacilitator() {
  const clock = createFakeClock(LONG_AGO, async () => {});
  const server = await startServerUnderTest({ store: createMemoryEventStore(), clock });
  endings.push(server.stop);
  const secret = makeSecret();
  const seatId = 'frieda' as SeatId;
  const linkHash = (await hashSecret(secret)) as LinkHash;
  const { plan } = modelWorkshop('en');
  const sessionId = await server.create({ plan, seats: [{ seatId, name: 'Frieda', role: 'facilitator', linkHash }] });
  const enter = (how: Partial<Proof> = {}): Connection => {
    const connection = openConnection({ sessionId, seatId, secret, tabId: 'first', ...how }, server.url);
    endings.push(connection.close);
    return connection;
  };
  return { server, clock, enter };
}

const linkOf = ({ store }: Connection) => store.getState().link;
const sessionOf = ({ store }: Connection) => store.getState().slices.session?.doc as SessionView | undefined;
const settled = (connection: Connection) =>
  until(() => linkOf(connection).state !== 'connecting', 'the line is answered');

test('the line comes up, documents arrive, and a command is answered and seen', async () => {
  const { enter } = await givenFacilitator();
  const frieda = enter();
  await until(() => sessionOf(frieda)?.status === 'draft', 'the session is seen');
  expect(linkOf(frieda)).toEqual({ state: 'connected' });
  expect(await frieda.send({ type: 'open-doors' })).toEqual({ ok: true });
  await until(() => sessionOf(frieda)?.status === 'open', 'the doors are seen open');
  expect(await frieda.send({ type: 'open-doors' })).toEqual({ ok: false, rejection: 'session-already-open' });
});

test('the time is the server’s, whatever the own clock says', async () => {
  const { clock, enter } = await givenFacilitator();
  const frieda = enter();
  const behindMs = () => Math.abs(frieda.serverNow() - clock.now());
  expect(behindMs()).toBeGreaterThan(365 * 24 * 3_600_000);
  await until(() => behindMs() < 3_600_000, 'the clock follows the server');
});

test('a wrong secret is refused for good, and commands are answered at once', async () => {
  const { enter } = await givenFacilitator();
  const stranger = enter({ secret: makeSecret() });
  await settled(stranger);
  expect(linkOf(stranger)).toEqual({ state: 'refused', refusal: 'unknown-link' });
  expect(await stranger.send({ type: 'raise-hand' })).toEqual({ ok: false, rejection: 'try-again' });
});

test('a second tab is refused until it takes over; then the first one is told and forgets what it saw', async () => {
  const { enter } = await givenFacilitator();
  const first = enter();
  await until(() => sessionOf(first) !== undefined, 'the session is seen');
  const second = enter({ tabId: 'second' });
  await settled(second);
  expect(linkOf(second)).toEqual({ state: 'refused', refusal: 'seat-in-use' });

  const taking = enter({ tabId: 'second', takeOver: true });
  await until(() => linkOf(first).state === 'closed', 'the first tab is told');
  expect(linkOf(first)).toEqual({ state: 'closed', farewell: 'taken-over' });
  expect(first.store.getState().slices).toEqual({});
  await until(() => sessionOf(taking) !== undefined, 'the second tab sees the session');
});

test('while the server is away the documents stay readable', async () => {
  const { server, enter } = await givenFacilitator();
  const frieda = enter();
  await until(() => sessionOf(frieda) !== undefined, 'the session is seen');
  await server.stop();
  await until(() => linkOf(frieda).state === 'reconnecting', 'the line is missed');
  expect(linkOf(frieda)).toEqual({ state: 'reconnecting', farewell: 'server-stopping' });
  expect(sessionOf(frieda)?.title).toBe(modelWorkshop('en').plan.title);
});
