import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { makeSecret, type SessionId } from '@werkraum/protocol';
import { createLiveKitRooms } from '@werkraum/server/src/adapters/livekit/video-rooms.ts';
import { createWebhookReader } from '@werkraum/server/src/adapters/livekit/webhook.ts';
import { createSystemClock } from '@werkraum/server/src/adapters/system-clock/system-clock.ts';
import { createRoomKeeper, type RoomKeeper, VIDEO_PATH } from '@werkraum/server/src/application/room-keeper.ts';
import { videoKeysOf } from '@werkraum/server/src/domain/places.ts';
import { idOf, type Workshop } from '@werkraum/server/src/domain/testing/workshop.ts';
import type { VideoRoomName, VideoRooms } from '@werkraum/server/src/ports/video-rooms.ts';
import { createVideoGate, type VideoGate } from '@werkraum/server/src/transport/video-gate.ts';
import { freeTcpPort } from '../../tools/lib/free-port.ts';
import type { LiveKit, LiveKitOptions } from '../../tools/livekit/serve.ts';
import { enterAsBot, type VoiceBot } from './voice-bot.ts';

export interface VideoHouse {
  keeper: RoomKeeper;
  gate: VideoGate;
  rooms: VideoRooms;
  livekit(): LiveKit;
  /** What a browser is told to connect to. */
  url: string;
  /** Paths that clients asked the gate for. */
  asked: readonly string[];
  /** Events of genuine webhooks. */
  hints: readonly { room: VideoRoomName; event: string }[];
  /** From now on this is how the workshop stands. */
  is(workshop: Workshop): void;
  /** A token from the keeper for where this person belongs now, or next. */
  token(name: string, which?: 'now' | 'next'): Promise<string>;
  /** Enters with such a token through the gate. */
  enter(name: string, hz?: number): Promise<VoiceBot>;
  /** Enters with any token, by any way; leaves at the end like the others. */
  enterWith(token: string, url?: string): Promise<VoiceBot>;
  restartLiveKit(): Promise<void>;
  stop(): Promise<void>;
}

const model = 'model' as SessionId;

/** The video side of the house as it is in production: keeper, gate and webhook before a real LiveKit server. */
export async function startVideoHouse(
  start: (options: Omit<LiveKitOptions, 'binary'>) => Promise<LiveKit>,
): Promise<VideoHouse> {
  const port = await freeTcpPort();
  const options = { webhookUrl: `http://127.0.0.1:${port}${VIDEO_PATH}/webhook` };
  let livekit = await start(options);
  const { apiKey, apiSecret, url: livekitUrl } = livekit;
  const rooms = createLiveKitRooms(livekit);
  const keeper = createRoomKeeper({ rooms, clock: createSystemClock(), roomSecret: makeSecret(), report: () => {} });
  const gate = createVideoGate({ ...keeper, livekitUrl, apiKey, apiSecret, report: () => {} });
  keeper.onExpelled(gate.cut);
  const readWebhook = createWebhookReader(livekit);
  const hints: { room: VideoRoomName; event: string }[] = [];
  const asked: string[] = [];
  const bots: VoiceBot[] = [];
  let workshop: Workshop | undefined;

  async function takeWebhook(request: IncomingMessage): Promise<void> {
    const hint = await readWebhook(await text(request), request.headers.authorization);
    if (!hint) return;
    hints.push(hint);
    keeper.hint(hint);
  }

  const note = ({ url = '' }: IncomingMessage) => void asked.push(url.split('?')[0] ?? '');
  const http = createServer((request, response) => {
    note(request);
    if (request.url?.endsWith('/webhook')) void takeWebhook(request).finally(() => response.end());
    else if (!gate.handle(request, response)) response.writeHead(404).end();
  });
  http.on('upgrade', (request, socket, head) => {
    note(request);
    if (!gate.upgrade(request, socket, head)) socket.destroy();
  });
  http.listen(port, '127.0.0.1');
  await once(http, 'listening');
  const url = `ws://127.0.0.1:${(http.address() as AddressInfo).port}${VIDEO_PATH}`;
  keeper.start();

  async function enterWith(token: string, to = url, hz?: number): Promise<VoiceBot> {
    const bot = await enterAsBot(to, token, hz);
    bots.push(bot);
    return bot;
  }

  async function token(name: string, which: 'now' | 'next' = 'now'): Promise<string> {
    const key = workshop && videoKeysOf(workshop.session, idOf(name))[which];
    const reply = key && (await keeper.issueToken(model, idOf(name), key));
    if (!reply?.ok) throw new Error(`no token for ${name}: ${reply?.reason ?? 'no room'}`);
    return reply.token;
  }

  return {
    ...{ keeper, gate, rooms, url, asked, hints, token, enterWith },
    livekit: () => livekit,
    is(now) {
      workshop = now;
      keeper.watch(model, now.session);
    },
    enter: async (name, hz) => enterWith(await token(name), url, hz),
    async restartLiveKit() {
      await livekit.stop();
      livekit = await start({ ...options, port: livekit.port, keys: { apiKey, apiSecret } });
    },
    async stop() {
      for (const bot of bots) await bot.leave();
      keeper.stop();
      gate.close();
      http.closeAllConnections();
      http.close();
      await livekit.stop();
    },
  };
}
