import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { AccessToken, RoomServiceClient } from 'livekit-server-sdk';
import { ROOT } from '../../../tools/lib/root.ts';
import { type Sensed, watchSenses } from './senses.ts';

/** What to compare with: people who connect to the same LiveKit server with its own client, and nothing around it. */
export interface FreshGuests {
  guests: readonly { sensed(): Promise<Sensed> }[];
  /** All connect, publish and subscribe from nothing, at the same instant, which is returned. */
  connect(): Promise<number>;
  leave(): Promise<void>;
}

const CLIENT = join(ROOT, 'node_modules/livekit-client/dist/livekit-client.umd.js');
const AHEAD_MS = 300;

interface Access {
  url: string;
  apiKey: string;
  apiSecret: string;
}

export async function openFreshGuests(browser: Browser, livekit: Access, count: number): Promise<FreshGuests> {
  const rooms = new RoomServiceClient(livekit.url, livekit.apiKey, livekit.apiSecret);
  const opened: { page: Page; sensed: () => Promise<Sensed> }[] = [];
  for (let index = 0; index < count; index++) opened.push(await openGuest(browser, livekit));

  const tokenFor = (room: string, identity: string) => {
    const token = new AccessToken(livekit.apiKey, livekit.apiSecret, { identity });
    token.addGrant({ roomJoin: true, room, canPublish: true, canSubscribe: true });
    return token.toJwt();
  };

  return {
    guests: opened,
    connect: async () => {
      const room = randomUUID();
      await rooms.createRoom({ name: room });
      const tokens = await Promise.all(opened.map((_, index) => tokenFor(room, `guest-${index}`)));
      await Promise.all(opened.map(({ page }) => page.evaluate(capture)));
      const at = Date.now() + AHEAD_MS;
      await Promise.all(
        opened.map(({ page }, index) => page.evaluate(connectAt, { at, url: livekit.url, token: tokens[index] ?? '' })),
      );
      return at;
    },
    leave: async () => {
      await Promise.all(opened.map(({ page }) => page.evaluate(() => (window as unknown as Fresh).leave())));
    },
  };
}

async function openGuest(browser: Browser, livekit: Access) {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
  const page = await context.newPage();
  const sensed = await watchSenses(page);
  await page.goto(livekit.url.replace(/^ws/, 'http'));
  await page.addScriptTag({ path: CLIENT });
  return { page, sensed };
}

/** As much of livekit-client as is used here; its code is loaded into the page. */
interface LiveKitRoom {
  on(event: 'trackSubscribed', run: (track: { kind: string; attach(to: HTMLMediaElement): void }) => void): void;
  connect(url: string, token: string): Promise<void>;
  disconnect(): Promise<void>;
  localParticipant: { publishTrack(track: MediaStreamTrack, options: { source: string }): Promise<unknown> };
}

interface Fresh {
  LivekitClient: { Room: new (options: { adaptiveStream: boolean; dynacast: boolean }) => LiveKitRoom };
  stream: MediaStream;
  leave(): void;
}

/** Runs in the page and therefore stands alone. Devices are on before the clock starts, as they are for a person who moves. */
async function capture(): Promise<void> {
  const camera = { width: 960, height: 540, frameRate: 24 };
  const stream = await navigator.mediaDevices.getUserMedia({ video: camera, audio: true });
  Object.assign(window, { stream });
}

/** Runs in the page and therefore stands alone. */
async function connectAt({ at, url, token }: { at: number; url: string; token: string }): Promise<void> {
  const fresh = window as unknown as Fresh;
  const { stream } = fresh;
  await new Promise((resolve) => setTimeout(resolve, at - Date.now()));
  const room = new fresh.LivekitClient.Room({ adaptiveStream: true, dynacast: true });
  const elements: HTMLMediaElement[] = [];
  fresh.leave = () => {
    void room.disconnect();
    for (const element of elements) element.remove();
    for (const track of stream.getTracks()) track.stop();
  };
  room.on('trackSubscribed', (track) => {
    const element = document.createElement(track.kind === 'video' ? 'video' : 'audio');
    element.style.width = '320px';
    elements.push(element);
    document.body.append(element);
    track.attach(element);
  });
  await room.connect(url, token);
  await Promise.all(
    stream
      .getTracks()
      .map((track) =>
        room.localParticipant.publishTrack(track, { source: track.kind === 'video' ? 'camera' : 'microphone' }),
      ),
  );
}
