import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_AGAIN_MS = 250;
/** A lock whose owner was killed between creating and filling it would otherwise stay for ever. */
const UNFILLED_LOCK_MS = 10_000;

/** Where the server of this version and platform is kept, or will be. */
export function cachedServerPath(version: string, env: NodeJS.ProcessEnv): string {
  const root =
    nonEmpty(env.WERKRAUM_CACHE) ?? join(nonEmpty(env.XDG_CACHE_HOME) ?? join(homedir(), '.cache'), 'werkraum');
  const platform = `${process.platform}-${process.arch}`;
  const file = process.platform === 'win32' ? 'livekit-server.exe' : 'livekit-server';
  return join(root, 'livekit', `${version}-${platform}`, file);
}

/**
 * Fills one place of the cache. `make` writes to the path it is given; the result is renamed into
 * place, so a reader sees a whole file or none, whatever is killed meanwhile.
 */
export async function fillCache(path: string, make: (draft: string) => Promise<void>): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.draft`);
  mkdirSync(dirname(path), { recursive: true });
  try {
    await make(draft);
    chmodSync(draft, 0o755);
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Waits until no other process fills this place; the answer gives it free again. The lock of a dead process is taken
 * over. Two processes that find a dead one at the same instant may both go on: a wasted build, never a broken file.
 */
export async function acquireLock(path: string, signal: AbortSignal): Promise<() => void> {
  const lock = `${path}.lock`;
  mkdirSync(dirname(path), { recursive: true });
  while (!tryLock(lock)) await pause(LOOK_AGAIN_MS, undefined, { signal });
  return () => rmSync(lock, { force: true });
}

function tryLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (isAbandoned(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function isAbandoned(lock: string): boolean {
  try {
    const owner = Number(readFileSync(lock, 'utf8'));
    if (owner > 0) return !isAlive(owner);
    return Date.now() - statSync(lock).mtimeMs > UNFILLED_LOCK_MS;
  } catch {
    return false; // Gone in the meantime: the next try decides.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function nonEmpty(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
