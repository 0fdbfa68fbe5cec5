import { findExecutable, isExecutable } from '../lib/find-executable.ts';
import { type Say, sayToTerminal, withLimit } from '../lib/progress.ts';
import { buildServer } from './build-server.ts';
import { acquireLock, cachedServerPath, fillCache } from './cache.ts';
import { downloadRelease } from './download-release.ts';
import { pinnedVersion } from './pinned-version.ts';

export type LiveKitSource =
  /** Switched off by `LIVEKIT=off`. */
  | { kind: 'off' }
  /** Somebody else runs it: `LIVEKIT_URL` is given. */
  | { kind: 'given'; url: string }
  /** A server program to start. */
  | { kind: 'binary'; path: string; from: 'PATH' | 'cache' | 'build' | 'release' }
  /** None to be had; `reason` is one sentence to show. */
  | { kind: 'none'; reason: string };

export interface FindOptions {
  env?: NodeJS.ProcessEnv;
  say?: Say;
  /** Where releases are fetched from, instead of the official place. */
  releaseBase?: string;
}

/** Longer than one build and one download together, which another process may be busy with. */
const LOCK_LIMIT_MS = 16 * 60_000;

/**
 * Gets a LiveKit server by the first way that works: given, on PATH, cached, built with Go, official
 * release. Says what it does, never hangs, never throws.
 */
export async function findLiveKit(options: FindOptions = {}): Promise<LiveKitSource> {
  const { env = process.env, say = sayToTerminal } = options;
  if (env.LIVEKIT === 'off') return { kind: 'off' };
  if (env.LIVEKIT_URL) return { kind: 'given', url: env.LIVEKIT_URL };
  const onPath = findExecutable('livekit-server', env.PATH);
  if (onPath !== undefined) return { kind: 'binary', path: onPath, from: 'PATH' };
  const path = cachedServerPath(pinnedVersion(), env);
  if (isExecutable(path)) return { kind: 'binary', path, from: 'cache' };
  try {
    const waiting = { label: 'waiting for another process that is getting LiveKit', limitMs: LOCK_LIMIT_MS, say };
    const release = await withLimit(waiting, (signal) => acquireLock(path, signal));
    return await fetchIntoCache(path, env, say, options.releaseBase).finally(release);
  } catch (error) {
    return { kind: 'none', reason: explain([error]) };
  }
}

async function fetchIntoCache(
  path: string,
  env: NodeJS.ProcessEnv,
  say: Say,
  releaseBase: string | undefined,
): Promise<LiveKitSource> {
  if (isExecutable(path)) return { kind: 'binary', path, from: 'cache' };
  const failures: unknown[] = [];
  for (const from of ['build', 'release'] as const) {
    try {
      await fillCache(path, (draft) =>
        from === 'build'
          ? buildServer(draft, env, say)
          : downloadRelease({ version: pinnedVersion(), base: releaseBase }, draft, say),
      );
      return { kind: 'binary', path, from };
    } catch (error) {
      failures.push(error);
    }
  }
  return { kind: 'none', reason: explain(failures) };
}

function explain(failures: readonly unknown[]): string {
  const reasons = failures.map((failure) => (failure instanceof Error ? failure.message : String(failure)));
  return `LiveKit could not be obtained (${reasons.join('; ')}).`;
}
