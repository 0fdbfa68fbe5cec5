import { createServer } from 'node:http';
import type { AddressInfo, Socket as TcpSocket } from 'node:net';
import { modelWorkshop, type SeatId, type SessionId } from '@werkraum/protocol';
import { createFakeClock } from '@werkraum/server/src/adapters/memory/fake-clock.ts';
import { evolve } from '@werkraum/server/src/domain/evolve.ts';
import type { Fact, Session } from '@werkraum/server/src/domain/session.ts';
import { createLine } from '@werkraum/server/src/transport/line.ts';
import { createSessionFeed } from '@werkraum/server/src/transport/session-feed.ts';
import type { SeatSocket } from '@werkraum/server/src/transport/typed-socket.ts';
import { createWriteBatch } from '@werkraum/server/src/transport/write-batch.ts';
import { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { afterEach, expect, test } from 'vitest';
import { until } from '../support/until.ts';

const MEBIBYTE = 1024 * 1024;
const PEOPLE = ['frieda', 'ada'] as SeatId[];

const endings: (() => void)[] = [];
afterEach(() => {
  for (const end of endings.splice(0).reverse()) end();
});

const after = (session: Session | undefined, ...facts: Fact[]): Session => {
  const next = facts.reduce<Session | undefined>(evolve, session);
  if (!next) throw new Error('no session');
  return next;
};

function givenSession(nameOf: (seatId: SeatId) => string): Session {
  const plan = modelWorkshop('en').plan;
  const seats = PEOPLE.flatMap((seatId): Fact[] => [
    { type: 'seat-invited', seatId, name: nameOf(seatId), role: 'participant', linkHash: seatId },
    { type: 'seat-admitted', seatId },
    { type: 'seat-arrived', seatId },
  ]);
  const created: Fact = { type: 'session-created', sessionId: 'model' as SessionId, plan, at: 0 };
  return after(undefined, created, ...seats, { type: 'doors-opened' });
}

/** A feed of its own with a real connection for each person. */
async function givenFeed(nameOf: (seatId: SeatId) => string = String) {
  const http = createServer();
  const server = new Server(http, { perMessageDeflate: false });
  endings.push(() => void server.close());
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const clock = createFakeClock(0);
  const farewells: string[] = [];
  let session = givenSession(nameOf);
  const feed = createSessionFeed({
    ...{ session, clock, onBroadcast: () => {} },
    farewell: ({ data }, reason) => void farewells.push(`${data.seatId}: ${reason}`),
  });
  const batch = createWriteBatch();
  server.on('connection', (socket) => {
    const { seatId } = socket.handshake.auth as { seatId: SeatId };
    Object.assign(socket, { data: { seatId } });
    feed.join(socket as unknown as SeatSocket, createLine(socket as unknown as SeatSocket, batch));
  });
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  async function enter(seatId: SeatId) {
    const client: Socket = io(url, { auth: { seatId }, transports: ['websocket'], forceNew: true });
    endings.push(() => void client.disconnect());
    const heard: { kind: string; audience: string; revision?: number }[] = [];
    client.on('slice', (message) => heard.push(message));
    await until(() => heard.length === 2, `${seatId} has both documents`);
    const socket = [...server.sockets.sockets.values()].find(({ data }) => data.seatId === seatId);
    return { client, heard, socket: socket as unknown as SeatSocket };
  }
  return {
    ...{ clock, feed, enter, farewells },
    commit(...facts: Fact[]) {
      const before = session;
      session = after(session, ...facts);
      feed.publish(before, session);
    },
  };
}

type Feed = Awaited<ReturnType<typeof givenFeed>>;
type Person = Awaited<ReturnType<Feed['enter']>>;

const webSocketOf = ({ client }: { client: Socket }): { pause(): void; resume(): void } =>
  (client.io.engine.transport as unknown as { ws: { pause(): void; resume(): void } }).ws;

/** What the process keeps for a connection: packets as text and as frames, each once however often it waits, and what Node's stream holds. */
function heldFor({ conn }: SeatSocket): number {
  const inside = conn as unknown as {
    writeBuffer: { data?: string; options: { wsPreEncodedFrame?: Buffer[] } }[];
    transport: { socket: { _socket: TcpSocket } };
  };
  const kept = new Set(inside.writeBuffer.flatMap(({ data, options }) => [data, options.wsPreEncodedFrame?.[0]]));
  const queued = [...kept].reduce((sum, part) => sum + (part?.length ?? 0), 0);
  return queued + inside.transport.socket._socket.writableLength;
}

const hand = (round: number): Fact =>
  round % 2 === 0
    ? { type: 'hand-raised', seatId: PEOPLE[0] as SeatId, place: 'plenary', at: round }
    : { type: 'hand-lowered', seatId: PEOPLE[0] as SeatId };

/** Asks for documents until the system's own buffers are full, too, and the server has stopped sending for good. */
async function fill({ feed, clock }: Feed, { socket }: Person): Promise<void> {
  let turnsFull = 0;
  await until(() => {
    turnsFull = clock.waiting().length > 0 ? turnsFull + 1 : 0;
    if (turnsFull === 0) for (let asked = 0; asked < 100; asked++) feed.resync(socket, 'session');
    return turnsFull > 300;
  }, 'nothing more is taken');
}

const aTurn = () => new Promise((resolve) => setImmediate(resolve));

test('[WI-18] a reader that stops costs less than a megabyte, however much happens, and nobody else is held up', async () => {
  const feed = await givenFeed();
  const [frieda, ada] = [await feed.enter('frieda' as SeatId), await feed.enter('ada' as SeatId)];
  webSocketOf(ada).pause();
  await fill(feed, ada);
  const held = heldFor(ada.socket);
  expect(held).toBeGreaterThan(0);
  expect(held).toBeLessThan(MEBIBYTE);

  for (let round = 0; round < 1_000; round++) {
    feed.commit(hand(round));
    await aTurn();
  }
  await until(() => frieda.heard.length === 1_002, 'the other one has heard of everything');

  expect(frieda.heard.slice(2).every(({ kind }) => kind === 'patch')).toBe(true);
  expect(heldFor(ada.socket)).toBe(held);
});

test('[WI-18] a reader that goes on gets whole documents, once, and then patches again', async () => {
  const feed = await givenFeed();
  const ada = await feed.enter('ada' as SeatId);
  webSocketOf(ada).pause();
  await fill(feed, ada);
  feed.commit(hand(0));

  webSocketOf(ada).resume();
  await until(
    () => ada.heard.length > 2 && ada.heard.at(-1)?.audience === 'seat:ada',
    'the last of the documents has come',
  );
  const [session] = ada.heard.slice(-2);

  expect(JSON.stringify(session)).toContain('"hands":{"frieda"');
  expect(ada.heard.map(({ kind }) => kind)).not.toContain('patch');
  expect(feed.clock.waiting()).toEqual([]);
  const { length } = ada.heard;
  feed.commit(hand(1));
  await until(() => ada.heard.length > length, 'something has come');
  expect(ada.heard.slice(length)).toMatchObject([{ kind: 'patch', audience: 'session', base: session?.revision }]);
});

test('[WI-18] documents larger than what may wait arrive, each once', async () => {
  const feed = await givenFeed((seatId) => `${seatId} ${'so '.repeat(MEBIBYTE / 4)}`);
  const ada = await feed.enter('ada' as SeatId);
  expect(ada.heard.map(({ audience }) => audience)).toEqual(['session', 'seat:ada']);
  feed.commit(hand(0));
  await until(() => ada.heard.length > 2, 'the patch has come');
  expect(ada.heard.slice(2)).toMatchObject([{ kind: 'patch', audience: 'session' }]);
});

test('[WI-18] a reader that takes nothing for fifteen seconds is too slow', async () => {
  const feed = await givenFeed();
  const ada = await feed.enter('ada' as SeatId);
  webSocketOf(ada).pause();
  await fill(feed, ada);
  await feed.clock.advance(14_999);
  expect(feed.farewells).toEqual([]);

  await feed.clock.advance(1);
  expect(feed.farewells).toEqual(['ada: too-slow']);
});
