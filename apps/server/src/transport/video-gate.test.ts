import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Publish, SeatId, SessionId } from '@werkraum/protocol';
import { SignJWT } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLiveKitRooms } from '../adapters/livekit/video-rooms.ts';
import type { VideoRoomName } from '../ports/video-rooms.ts';
import { createVideoGate, type VideoGate } from './video-gate.ts';

const keys = { apiKey: 'key', apiSecret: 'a-secret-of-at-least-32-characters!' };
const SPEAK: Publish = { microphone: true, camera: false, screen: false };
const session = 'model' as SessionId;
const table = 'our-table' as VideoRoomName;
const ada = 'ada' as SeatId;

let seen: IncomingMessage[];
let allowed: Set<string>;
let reports: unknown[];
let notBefore: number;
let gate: VideoGate;
let livekit: Server;
let house: Server;

/** Stands for LiveKit: says what it was asked, and answers every line on an upgraded connection. */
function upstream(): Server {
  const server = createServer((asked, response) => {
    seen.push(asked);
    response.writeHead(asked.url?.includes('gone') ? 404 : 200).end('requested room does not exist');
  });
  server.on('upgrade', (asked: IncomingMessage, socket: Duplex) => {
    seen.push(asked);
    if (asked.url?.includes('mute')) return;
    socket.on('error', () => {});
    socket.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\n\r\nhello');
    socket.on('data', (data) => socket.write(`you said ${data}`));
  });
  return server;
}

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

beforeEach(async () => {
  seen = [];
  reports = [];
  notBefore = 0;
  allowed = new Set([`${ada} ${table}`]);
  livekit = upstream();
  gate = createVideoGate({
    ...keys,
    livekitUrl: `ws://127.0.0.1:${await listening(livekit)}`,
    maySignal: (seatId, room, issuedAt) => issuedAt >= notBefore && allowed.has(`${seatId} ${room}`),
    sessionOf: (room) => (room === table ? session : undefined),
    report: (error) => reports.push(error),
  });
  house = createServer((asked, response) => gate.handle(asked, response) || response.writeHead(418).end());
  house.on('upgrade', (asked, socket, head) => gate.upgrade(asked, socket, head) || socket.destroy());
  await listening(house);
});
afterEach(async () => {
  gate.close();
  for (const server of [house, livekit]) {
    server.closeAllConnections();
    server.close();
  }
});

const tokenFor = (seatId: SeatId, room = table) =>
  createLiveKitRooms(keysAnd('ws://127.0.0.1')).token(room, seatId, 'x', SPEAK);
const keysAnd = (url: string) => ({ url, ...keys });
const origin = () => `http://127.0.0.1:${(house.address() as AddressInfo).port}`;
const get = (path: string, init?: RequestInit) => fetch(`${origin()}${path}`, init);

interface Opened {
  status: number;
  socket?: Duplex;
  body?: string;
}

/** Asks for a WebSocket as a browser does. */
function open(path: string, headers: Record<string, string> = {}): Promise<Opened> {
  return new Promise((resolve, reject) => {
    const asking = request(`${origin()}${path}`, {
      headers: { connection: 'Upgrade', upgrade: 'websocket', ...headers },
    });
    asking.on('upgrade', (answer, socket, head) => {
      socket.on('error', () => {});
      if (head.length > 0) socket.unshift(head);
      resolve({ status: answer.statusCode ?? 0, socket });
    });
    asking.on('response', async (answer) => resolve({ status: answer.statusCode ?? 0, body: await text(answer) }));
    asking.on('error', reject);
    asking.end();
  });
}

/** Reads until the connection has said this. */
async function hears(socket: Duplex, wanted: string): Promise<void> {
  let said = '';
  while (!said.includes(wanted)) said += String((await once(socket, 'data'))[0]);
}

test('[VI-11] lets a seat through to the room where it may be, both ways', async () => {
  const { socket } = await open(`/livekit/rtc/v1?access_token=${await tokenFor(ada)}&join_request=abc`);
  if (!socket) throw new Error('refused');
  await hears(socket, 'hello');
  socket.write('good morning');
  await hears(socket, 'you said good morning');
  expect(gate.connections()).toBe(1);
});

test('[VI-12] the token goes on in a header only, and a second identity is not to be had', async () => {
  const token = await tokenFor(ada);
  const query = `access_token=${token}&publish=twin&auto_subscribe=1&access_token=other`;
  expect((await get(`/livekit/rtc/validate?${query}`, { headers: { cookie: 'a=b' } })).status).toBe(200);
  expect(seen.map(({ url }) => url)).toEqual(['/rtc/validate?auto_subscribe=1']);
  expect(seen[0]?.headers).toMatchObject({ authorization: `Bearer ${token}` });
  expect(seen[0]?.headers.cookie).toBeUndefined();
});

test('[VI-12] a genuine token in the query does not cover another one in the header', async () => {
  const headers = { authorization: `Bearer ${await tokenFor('eve' as SeatId)}` };
  expect((await get(`/livekit/rtc/validate?access_token=${await tokenFor(ada)}`, { headers })).status).toBe(403);
  expect(seen).toEqual([]);
});

test('[VI-11] LiveKit hears nothing of a seat that may not be there, nor of a room that is not ours', async () => {
  const eve = await tokenFor('eve' as SeatId);
  const elsewhere = await tokenFor(ada, 'their-table' as VideoRoomName);
  for (const token of [eve, elsewhere, '']) {
    for (const path of ['/livekit/rtc', '/livekit/rtc/v1']) {
      expect((await open(`${path}?access_token=${token}`)).status).toBe(403);
      expect((await get(`${path}/validate?access_token=${token}`)).status).toBe(403);
    }
  }
  expect(seen).toEqual([]);
});

test('[VI-11] who was allowed when the token was issued is asked again at each connection', async () => {
  const token = await tokenFor(ada);
  expect((await open(`/livekit/rtc?access_token=${token}`)).status).toBe(101);
  allowed.clear();
  expect((await open(`/livekit/rtc?access_token=${token}`)).status).toBe(403);
  expect(seen).toHaveLength(1);
});

test('[VI-13] the age of a token is part of the question', async () => {
  const token = await sign(keys.apiSecret, { nbf: 1_000 });
  notBefore = 1_000_000;
  expect((await open(`/livekit/rtc?access_token=${token}`)).status).toBe(101);
  notBefore = 1_000_001;
  expect((await open(`/livekit/rtc?access_token=${token}`)).status).toBe(403);
});

test.each([
  ['unsigned', () => `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify(claims()))}.`],
  ['signed with another secret', () => sign('another-secret-of-at-least-32-chars!', {})],
  ['of another issuer', () => sign(keys.apiSecret, { iss: 'other' })],
  ['expired', () => sign(keys.apiSecret, { exp: 1 })],
  ['without an end', () => sign(keys.apiSecret, { exp: undefined })],
  ['not for joining', () => sign(keys.apiSecret, { video: { room: table, roomAdmin: true } })],
  ['for no room', () => sign(keys.apiSecret, { video: { roomJoin: true } })],
  ['for nobody', () => sign(keys.apiSecret, { sub: undefined })],
  ['signed in another way', () => sign(keys.apiSecret, {}, 'HS384')],
])('[VI-11] a token %s opens nothing', async (_what, make) => {
  expect((await open(`/livekit/rtc?access_token=${await make()}`)).status).toBe(403);
  expect(seen).toEqual([]);
});

const claims = () => ({ iss: 'key', sub: ada, exp: 4_000_000_000, video: { roomJoin: true, room: table } });
const sign = (secret: string, change: object, alg = 'HS256') =>
  new SignJWT({ ...claims(), ...change }).setProtectedHeader({ alg }).sign(new TextEncoder().encode(secret));

test('[VI-11] the token of these refusals, unchanged, is let in', async () => {
  expect((await open(`/livekit/rtc?access_token=${await sign(keys.apiSecret, {})}`)).status).toBe(101);
});

test('[VI-12] nothing of LiveKit but its signalling is to be had', async () => {
  const token = await tokenFor(ada);
  for (const path of ['/livekit/rtc/../twirp/livekit.RoomService/ListRooms', '/livekit/twirp', '/livekit/webhook']) {
    expect((await get(`${path}?access_token=${token}`)).status).toBe(418);
  }
  for (const path of ['/livekit/rtc/x', '/livekit/rtcx', '/livekit/rtc/v1/validate/', '/livekit/rtc%2fv1']) {
    expect((await get(`${path}?access_token=${token}`)).status).toBe(404);
    expect((await open(`${path}?access_token=${token}`)).status).toBe(404);
  }
  expect((await get(`/livekit/rtc/validate?access_token=${token}`, { method: 'POST' })).status).toBe(405);
  expect(seen).toEqual([]);
});

test('[VI-12] says hello to clients that look whether somebody is there', async () => {
  expect((await get('/livekit', { method: 'HEAD' })).status).toBe(200);
  expect(seen).toEqual([]);
});

test("[VI-12] LiveKit's own refusal is passed on with its words", async () => {
  const token = await tokenFor(ada);
  const refused = await get(`/livekit/rtc/v1/validate?access_token=${token}&gone=1`);
  expect([refused.status, await refused.text()]).toEqual([404, 'requested room does not exist']);
});

test('[VI-13] removing a seat ends its connections and nobody else’s', async () => {
  allowed.add(`ben ${table}`);
  const one = (await open(`/livekit/rtc?access_token=${await tokenFor(ada)}`)).socket;
  const other = (await open(`/livekit/rtc?access_token=${await tokenFor('ben' as SeatId)}`)).socket;
  if (!one || !other) throw new Error('refused');
  one.resume();
  gate.cut(session, 'nobody' as SeatId);
  gate.cut('other' as SessionId, ada);
  expect(gate.connections()).toBe(2);
  gate.cut(session, ada);
  await once(one, 'close');
  expect(gate.connections()).toBe(1);
  other.write('still here');
  await hears(other, 'still here');
});

test('[VI-13] removing a seat ends a connection that LiveKit has not answered yet', async () => {
  const asking = open(`/livekit/rtc?access_token=${await tokenFor(ada)}&mute=1`);
  await expect.poll(() => seen.length).toBe(1);
  gate.cut(session, ada);
  await expect(asking).rejects.toThrow();
  await expect.poll(() => gate.connections()).toBe(0);
  expect(reports).toEqual([]);
});

test('[VI-8] a video server that is not there is a refusal, not a fault', async () => {
  livekit.closeAllConnections();
  livekit.close();
  const token = await tokenFor(ada);
  expect((await open(`/livekit/rtc?access_token=${token}`)).status).toBe(502);
  expect((await get(`/livekit/rtc/validate?access_token=${token}`)).status).toBe(502);
  expect(gate.connections()).toBe(0);
  expect(reports).toHaveLength(2);
  expect(reports.join()).not.toContain(token);
});
