import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildClient } from '../../../tools/build.ts';
import { startServer } from '../../../tools/launch/server-process.ts';
import { freeTcpPort } from '../../../tools/lib/free-port.ts';

const HOST_KEY = 'organiser-of-the-page-bench-0123456789';

/** The real server in a process of its own over SQLite, with the built client and without video. */
export interface PageHouse {
  url: string;
  hostKey: string;
  stop(): Promise<void>;
}

/** Builds the client if need be and starts the server on a free loopback port. */
export async function startPageHouse(): Promise<PageHouse> {
  await buildClient(() => {});
  const port = await freeTcpPort();
  const url = `http://127.0.0.1:${port}`;
  const dataDir = mkdtempSync(join(tmpdir(), 'werkraum-page-'));
  const env = {
    ...process.env,
    ...{ PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: url, DATA_DIR: dataDir, HOST_KEY, LIVEKIT: 'off' },
    LOG_LEVEL: 'warn',
  };
  const server = await startServer({ env, url, logFile: join(dataDir, 'server.log') });
  return {
    url,
    hostKey: HOST_KEY,
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
