import { dispose } from '@livekit/rtc-node';
import {
  type Command,
  type CommandId,
  hashSecret,
  makeSecret,
  modelWorkshop,
  PROTOCOL_VERSION,
  type Role,
  type SeatId,
  type SeatView,
  type SessionCreated,
  type SessionId,
} from '@werkraum/protocol';
import { createPrintingThread } from '@werkraum/server/src/adapters/booklet/thread.ts';
import { createLiveKitRooms } from '@werkraum/server/src/adapters/livekit/video-rooms.ts';
import { createWebhookReader } from '@werkraum/server/src/adapters/livekit/webhook.ts';
import { createMemoryBallotBox } from '@werkraum/server/src/adapters/memory/ballot-box.ts';
import { createMemoryEventStore } from '@werkraum/server/src/adapters/memory/event-store.ts';
import { createMemoryNoteStore } from '@werkraum/server/src/adapters/memory/note-store.ts';
import { createNotesInProcess } from '@werkraum/server/src/adapters/notes/in-process.ts';
import { createPlanningThread } from '@werkraum/server/src/adapters/planning/thread.ts';
import { createSystemClock } from '@werkraum/server/src/adapters/system-clock/system-clock.ts';
import { createRoomKeeper } from '@werkraum/server/src/application/room-keeper.ts';
import { startServer } from '@werkraum/server/src/server.ts';
import { createMetrics } from '@werkraum/server/src/transport/metrics.ts';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import type { LiveKit } from '../../tools/livekit/serve.ts';
import { findRealLiveKit } from '../support/real-livekit.ts';
import { slidesKept } from '../support/slides-kept.ts';
import { connect, type TestClient } from '../support/test-client.ts';
import { enterAsBot, type VoiceBot } from '../support/voice-bot.ts';

const HOST_KEY = 'the-organiser-of-this-very-workshop';
const TONE = 440;
const livekit = await findRealLiveKit();
const soon = <T>(look: () => T | Promise<T>, timeout = 10_000) => expect.poll(look, { timeout, interval: 50 });

/** The server as `main.ts` puts it together, but for its memory. */
async function startHouse({ url: livekitUrl, apiKey, apiSecret }: LiveKit) {
  const access = { url: livekitUrl, apiKey, apiSecret };
  const [clock, report] = [createSystemClock(), () => {}];
  const keeper = createRoomKeeper({ rooms: createLiveKitRooms(access), clock, roomSecret: makeSecret(), report });
  const server = await startServer({
    ...slidesKept(),
    settings: {
      ...{ host: '127.0.0.1', port: 0, publicUrl: 'http://127.0.0.1' },
      ...{ hostKey: HOST_KEY, trustProxy: 0, clientFolder: '/nowhere' },
    },
    videoServer: { livekitUrl, apiKey, apiSecret, readWebhook: createWebhookReader(access) },
    ...{
      store: createMemoryEventStore(),
      clock,
      keeper,
      metrics: createMetrics(),
      planner: createPlanningThread(),
      notes: createNotesInProcess(createMemoryNoteStore()),
      printer: createPrintingThread(clock),
      ballots: createMemoryBallotBox(),
      report,
    },
  });
  onTestFinished(server.stop);
  return `http://127.0.0.1:${server.port}`;
}

async function invite(house: string, people: readonly { name: string; role: Role }[]) {
  const links = people.map(({ name, role }) => ({
    name,
    role,
    seatId: name.toLowerCase() as SeatId,
    secret: makeSecret(),
  }));
  const seats = await Promise.all(
    links.map(async ({ secret, ...seat }) => ({ ...seat, linkHash: await hashSecret(secret) })),
  );
  const response = await fetch(`${house}/api/v1/sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${HOST_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({ plan: modelWorkshop('en').plan, seats }),
  });
  const { sessionId } = (await response.json()) as SessionCreated;
  return links.map(
    ({ seatId, secret }) =>
      () =>
        comeIn(house, { sessionId, seatId, secret }),
  );
}

async function comeIn(house: string, link: { sessionId: SessionId; seatId: SeatId; secret: string }): Promise<Guest> {
  const client = await connect(house, { ...link, protocol: PROTOCOL_VERSION, tabId: link.seatId });
  if (typeof client === 'string') throw new Error(client);
  onTestFinished(client.drop);
  const view = () => client.doc(`seat:${link.seatId}`) as SeatView | undefined;
  await soon(view).toBeDefined();
  return { seatId: link.seatId, client, view };
}

interface Guest {
  seatId: SeatId;
  client: TestClient;
  view(): SeatView | undefined;
}

const say = ({ client }: Guest, command: Command) => client.send({ id: crypto.randomUUID() as CommandId, command });

/** What a browser does: reads its room from its own document, asks for a token and connects to the path it is told. */
async function goToRoom(
  house: string,
  { client, view }: Guest,
  hz?: number,
): Promise<{ bot: VoiceBot; token: string }> {
  await soon(() => view()?.video.now).toBeDefined();
  const reply = await client.videoToken(view()?.video.now as NonNullable<SeatView['video']['now']>);
  if (!reply.ok) throw new Error(reply.reason);
  const bot = await enterAsBot(`${house.replace('http', 'ws')}${reply.path}`, reply.token, hz);
  onTestFinished(bot.leave);
  return { bot, token: reply.token };
}

describe.skipIf('missing' in livekit)(
  `video in the whole house${'missing' in livekit ? `: ${livekit.missing}` : ''}`,
  () => {
    afterAll(() => dispose());

    test('[VI-13] people meet in the plenary over the public wire, and who is removed is out of it for good', async () => {
      if ('missing' in livekit) return;
      const server = await livekit.start();
      onTestFinished(server.stop);
      const house = await startHouse(server);
      const [frieda, ada] = (await Promise.all(
        (
          await invite(house, [
            { name: 'Frieda', role: 'facilitator' },
            { name: 'Ada', role: 'participant' },
          ])
        ).map((enter) => enter()),
      )) as [Guest, Guest];
      expect(await ada.client.videoToken('plenary~0' as never)).toEqual({ ok: false, reason: 'not-yours' });
      expect(await say(frieda, { type: 'open-doors' })).toEqual({ ok: true });
      const [listening, singing] = [await goToRoom(house, frieda), await goToRoom(house, ada, TONE)];
      await soon(() => listening.bot.heard(TONE)).toBeGreaterThanOrEqual(5);
      expect(await say(frieda, { type: 'remove-person', seatId: ada.seatId })).toEqual({ ok: true });
      await soon(() => singing.bot.isConnected(), 2_000).toBe(false);
      await expect(enterAsBot(`${house.replace('http', 'ws')}/livekit`, singing.token)).rejects.toThrow();
      await soon(() => listening.bot.sees()).toEqual([]);
      expect(ada.client.farewell()).toBe('removed');
    });
  },
);
