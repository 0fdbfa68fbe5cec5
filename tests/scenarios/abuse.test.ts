import { connect as openTcp } from 'node:net';
import { FLOOD_LIMITS } from '@werkraum/server/src/transport/flood-guard.ts';
import fc from 'fast-check';
import { io } from 'socket.io-client';
import { expect, test } from 'vitest';
import type { Person } from '../support/person.ts';
import { begin, must } from '../support/steps.ts';
import { until } from '../support/until.ts';
import { givenWorkshop, seconds, type Workshop } from '../support/workshop.ts';

const raiseHand = () => ({ id: crypto.randomUUID(), command: { type: 'raise-hand' } });

test('[WI-12] too many commands at once are refused, and a moment later all is well', async () => {
  const workshop = await givenWorkshop({ participants: ['Ada'], floodLimits: FLOOD_LIMITS });
  await begin(workshop);
  const ada = workshop.person('Ada').client();
  await workshop.clock.advance(seconds(10));
  const replies = await Promise.all(Array.from({ length: 60 }, () => ada.send(raiseHand() as never)));

  // One event was spent on seeing that everything had arrived.
  expect(replies.filter(({ ok }) => ok)).toHaveLength(FLOOD_LIMITS.burst - 1);
  expect(replies.at(-1)).toEqual({ ok: false, rejection: 'too-many-commands' });
  await workshop.clock.advance(seconds(1));
  expect(await ada.send(raiseHand() as never)).toEqual({ ok: true });
  await workshop.close();
});

test('[WI-12] who floods on regardless is cut, and nobody else notices', async () => {
  const workshop = await givenWorkshop({ participants: ['Ada', 'Ben'], floodLimits: FLOOD_LIMITS });
  await begin(workshop);
  const ada = workshop.person('Ada').client();
  for (let sent = 0; sent < 400; sent += 1) ada.sendRaw(sent % 2 ? 'time' : 'anything', sent);
  await until(() => !ada.connected(), 'the flood is cut');

  expect(ada.farewell()).toBe('flooding');
  await workshop.clock.advance(seconds(1));
  await must(workshop.person('Ben').asks({ type: 'raise-hand' }));
  await workshop.close();
});

const EVENTS = ['command', 'resync', 'time', 'video-token', 'slice', 'disconnect', 'connect', '', '__proto__'];
const anyEvent = fc.constantFrom(...EVENTS).filter((event) => event !== 'disconnect' && event !== 'connect');
const nearlyCommand = fc.record(
  {
    id: fc.oneof(fc.uuid(), fc.string(), fc.constant('00000000-0000-4000-8000-000000000000')),
    command: fc.oneof(
      fc.record({ type: fc.constantFrom('raise-hand', 'advance-phase', 'expire-phase', 'arrive', 'constructor') }),
      fc.record({ type: fc.constant('assign-seat'), phaseId: fc.string(), seatId: fc.constant('__proto__') }),
      fc.jsonValue(),
    ),
  },
  { requiredKeys: [] },
);
const anything = fc.oneof(nearlyCommand, fc.jsonValue(), fc.constant('room:toString'), fc.constant('seat:__proto__'));

test('[WI-1] whatever is sent, the server goes on and nobody is harmed', async () => {
  const workshop = await givenWorkshop(['Ada', 'Ben']);
  await begin(workshop);
  const ada = workshop.person('Ada');
  const ben = workshop.person('Ben');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(anyEvent, fc.array(anything, { maxLength: 3 })), { maxLength: 40 }),
      async (mess) => {
        for (const [event, values] of mess) ada.client().sendRaw(event, ...values);
        await ada.client().caughtUp();
        expect(ada.client().connected()).toBe(true);
      },
    ),
    { numRuns: 150 },
  );
  await must(ben.asks({ type: 'raise-hand' }));

  expect(workshop.server.faults).toEqual([]);
  expect(ada.sees()).toEqual(ben.sees());
  expect(ada.sees().people.ada?.role).toBe('participant');
  await workshop.close();
});

test('[WI-1] frames that are no Socket.IO at all end that connection and nothing else', async () => {
  const workshop = await givenWorkshop(['Ada']);
  await begin(workshop);
  const frames = [
    '2["command"',
    '42[',
    '451-["command",{"_placeholder":true,"num":0}]',
    '9',
    '2/x,[]',
    '{}',
    '4'.repeat(200),
  ];
  for (const frame of frames) {
    const socket = new WebSocket(`${workshop.server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
    const closed = new Promise((resolve) => socket.addEventListener('close', resolve));
    await new Promise((resolve) => socket.addEventListener('open', resolve));
    socket.send('40{}');
    socket.send(frame);
    socket.send(`4${'x'.repeat(70_000)}`);
    await closed;
  }

  await must(workshop.person('Ada').asks({ type: 'raise-hand' }));
  expect(workshop.server.faults).toEqual([]);
  await workshop.close();
});

test('[WI-6] a page of another origin gets no connection', async () => {
  const { server, close } = await givenWorkshop({ participants: ['Ada'], enter: false });
  const attempt = (origin: string) => {
    const socket = io(server.url, { transports: ['websocket'], reconnection: false, extraHeaders: { origin } });
    return new Promise<string>((resolve) => {
      socket.on('connect_error', ({ message }) => {
        socket.close();
        resolve(message);
      });
    });
  };

  expect(await attempt('https://elsewhere.example')).toBe('websocket error');
  // The own page gets as far as the handshake, which lacks everything here.
  expect(await attempt(server.url)).toBe('upgrade-required');
  await close();
});

/** Lets somebody's connection fill up, the system's own buffers too, until the server has stopped sending for good. */
async function fillOutbox(workshop: Workshop, { client }: Person): Promise<void> {
  const limit = workshop.clock.now() + seconds(15);
  let turnsFull = 0;
  client().stopReading();
  await until(() => {
    turnsFull = workshop.clock.waiting().includes(limit) ? turnsFull + 1 : 0;
    if (turnsFull === 0) for (let sent = 0; sent < 100; sent += 1) client().sendRaw('resync', 'session');
    return turnsFull > 300;
  }, 'the outbox is full');
}

test('[WI-18] who does not read for a while gets no patches, but whole documents when reading again', async () => {
  const workshop = await givenWorkshop();
  await begin(workshop);
  const ada = workshop.person('Ada');
  const patches = ada.client().patches();
  await fillOutbox(workshop, ada);
  await must(workshop.person('Ben').asks({ type: 'raise-hand' }));
  await must(workshop.person('Cem').asks({ type: 'raise-hand' }));

  ada.client().readOn();
  await until(() => ada.sees().stage.hands.cem !== undefined, 'Ada sees what she missed');

  expect(ada.client().patches()).toBe(patches);
  await must(workshop.person('Dora').asks({ type: 'raise-hand' }));
  expect(ada.client().patches()).toBeGreaterThan(patches);
  expect(ada.sees()).toEqual(workshop.facilitator.sees());
  expect(ada.client().gaps()).toBe(0);
  await workshop.close();
});

test('[WI-18] who does not read at all is cut after fifteen seconds', async () => {
  const workshop = await givenWorkshop();
  await begin(workshop);
  const connected = workshop.server.connections();
  await fillOutbox(workshop, workshop.person('Ada'));
  await workshop.clock.advance(seconds(14));
  expect(workshop.server.connections()).toBe(connected);

  await workshop.clock.advance(seconds(1));

  await until(() => workshop.server.connections() === connected - 1, 'the connection is cut');
  await must(workshop.person('Ben').asks({ type: 'raise-hand' }));
  workshop.person('Ada').client().readOn();
  await workshop.close();
});

test('an upgrade that leads nowhere is closed', async () => {
  const workshop = await givenWorkshop(['Ada']);
  await begin(workshop);
  const port = Number(new URL(workshop.server.url).port);
  const socket = openTcp(port, '127.0.0.1');
  const closed = new Promise((resolve) => socket.on('close', resolve));
  socket.on('error', () => {});
  socket.write('GET /elsewhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');

  await closed;
  await must(workshop.person('Ada').asks({ type: 'raise-hand' }));
  await workshop.close();
});
