import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostLink, type Role, type SessionPlan } from '@werkraum/protocol';
import { buildClient } from '../../../tools/build.ts';
import { startServer } from '../../../tools/launch/server-process.ts';
import { freeTcpPort } from '../../../tools/lib/free-port.ts';
import type { LiveKit } from '../../../tools/livekit/serve.ts';
import { findRealLiveKit } from '../../support/real-livekit.ts';
import { createWorkshop, type RunningWorkshop } from './running-workshop.ts';

const HOST_KEY = 'organiser-of-the-browser-tests-0123456789';
const silent = () => {};

/** The house as it is run for people: built client, real server, SQLite, real LiveKit; on free loopback ports. */
export interface RunningHouse {
  url: string;
  /** The LiveKit server behind it. */
  readonly livekit: Pick<LiveKit, 'url' | 'apiKey' | 'apiSecret'>;
  /** Opens the organiser's page. */
  hostLink: string;
  create(plan: SessionPlan, people: Readonly<Record<string, Role>>): Promise<RunningWorkshop>;
  /** Ends the Werkraum server as a power cut would (kill -9); LiveKit runs on. */
  crash(): Promise<void>;
  /** Starts it again on the same port over the same data. */
  startAgain(): Promise<void>;
  /** LiveKit dies, and another one takes its place, without any of its rooms. */
  stopVideo(): Promise<void>;
  startVideo(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts everything; `missing` says why there can be no video on this machine. */
export async function startRunningHouse(): Promise<RunningHouse | { missing: string }> {
  const livekitSource = await findRealLiveKit();
  if ('missing' in livekitSource) return livekitSource;
  await buildClient(silent);
  const port = await freeTcpPort();
  const url = `http://127.0.0.1:${port}`;
  const webhookUrl = `${url}/livekit/webhook`;
  let livekit = await livekitSource.start({ webhookUrl });
  const dataDir = mkdtempSync(join(tmpdir(), 'werkraum-e2e-'));
  const env = {
    ...process.env,
    ...{ PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: url, DATA_DIR: dataDir, HOST_KEY, LIVEKIT: '' },
    ...{ LIVEKIT_URL: livekit.url, LIVEKIT_API_KEY: livekit.apiKey, LIVEKIT_API_SECRET: livekit.apiSecret },
  };
  const start = () => startServer({ env, url, logFile: join(dataDir, 'server.log') });
  let server = await start();
  return {
    url,
    get livekit() {
      return livekit;
    },
    hostLink: hostLink(url, HOST_KEY),
    create: (plan, people) => createWorkshop({ url, hostKey: HOST_KEY }, plan, people),
    crash: async () => {
      process.kill(server.pid, 'SIGKILL');
      await server.exited;
    },
    startAgain: async () => {
      server = await start();
    },
    stopVideo: () => livekit.stop(),
    startVideo: async () => {
      const { port: samePort, apiKey, apiSecret } = livekit;
      livekit = await livekitSource.start({ webhookUrl, port: samePort, keys: { apiKey, apiSecret } });
    },
    stop: async () => {
      await server.stop();
      await livekit.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
