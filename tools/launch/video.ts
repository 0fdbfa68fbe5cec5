import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { freeTcpPort, freeUdpPort } from '../lib/free-port.ts';
import type { Say } from '../lib/progress.ts';
import { findLiveKit } from '../livekit/find-server.ts';
import { freshKeys, startLiveKit } from '../livekit/serve.ts';
import { keepRunning } from './keep-running.ts';

export interface VideoOptions {
  env: NodeJS.ProcessEnv;
  say: Say;
  dataDir: string;
  webhookUrl: string;
  /** Whether only browsers on this machine will come. */
  loopbackOnly: boolean;
}

export interface Video {
  /** What the server has to know about LiveKit, as variables. */
  variables: Record<string, string>;
  stop(): Promise<void>;
}

/** Media's usual port; fixed for visitors from elsewhere, because a firewall has to let it through. */
const UDP_PORT = '7882';

/** Finds a LiveKit server and keeps it running; without one Werkraum runs without video, and says so. */
export async function startVideo(options: VideoOptions): Promise<Video> {
  const { env, say } = options;
  const source = await findLiveKit({ env, say });
  if (source.kind === 'given') return { variables: {}, stop: async () => {} };
  if (source.kind === 'off') return withoutVideo();
  if (source.kind === 'none') {
    say(source.reason);
    return withoutVideo();
  }
  try {
    return await keepLiveKit(source.path, options);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return withoutVideo();
  }
}

async function keepLiveKit(
  binary: string,
  { env, say, dataDir, webhookUrl, loopbackOnly }: VideoOptions,
): Promise<Video> {
  // Chosen once: after a restart LiveKit is found where it was, with the same keys.
  const options = {
    binary,
    webhookUrl,
    dataDir: join(dataDir, 'livekit'),
    port: await freeTcpPort(),
    udpPort: loopbackOnly ? await freeUdpPort() : Number(env.LIVEKIT_UDP_PORT || UDP_PORT),
    nodeIp: loopbackOnly ? '127.0.0.1' : env.LIVEKIT_NODE_IP || ownAddress(),
    keys: freshKeys(),
  };
  const stop = await keepRunning(() => startLiveKit(options), { name: 'LiveKit', say });
  const { apiKey, apiSecret } = options.keys;
  const url = `ws://127.0.0.1:${options.port}`;
  return { variables: { LIVEKIT_URL: url, LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret }, stop };
}

function withoutVideo(): Video {
  return { variables: { LIVEKIT: 'off' }, stop: async () => {} };
}

/** This machine's first address that others can reach. */
function ownAddress(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((entries) => entries ?? []);
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1';
}
