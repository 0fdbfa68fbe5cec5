import { findLiveKit } from '../../tools/livekit/find-server.ts';
import { type LiveKit, type LiveKitOptions, startLiveKit } from '../../tools/livekit/serve.ts';

/** A way to start real LiveKit servers, or why there is none on this machine. */
export type RealLiveKit =
  | { start: (options?: Omit<LiveKitOptions, 'binary'>) => Promise<LiveKit> }
  | { missing: string };

/** Looks for the server. `LIVEKIT_URL` and `LIVEKIT=off` are not heeded: tests start and stop servers of their own. */
export async function findRealLiveKit(): Promise<RealLiveKit> {
  const source = await findLiveKit({ env: { ...process.env, LIVEKIT: '', LIVEKIT_URL: '' } });
  if (source.kind !== 'binary') return { missing: source.kind === 'none' ? source.reason : source.kind };
  return { start: (options) => startLiveKit({ binary: source.path, ...options }) };
}
