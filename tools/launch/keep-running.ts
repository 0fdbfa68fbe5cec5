import { setTimeout as pause } from 'node:timers/promises';
import type { Say } from '../lib/progress.ts';

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A started process, seen from outside. */
export interface Running {
  exited: Promise<Exit>;
  stop(): Promise<void>;
}

export interface KeepOptions {
  /** How it is called in the terminal. */
  name: string;
  say: Say;
  /** Waits before the first, second, … start again; the last one repeats. */
  backoffMs?: readonly number[];
}

const BACKOFF_MS = [500, 2_000, 5_000, 10_000, 30_000];
/** Whoever ran this long is not in a crash loop: the waits begin anew. */
const STEADY_MS = 60_000;

/**
 * Starts something and starts it again whenever it ends unasked. Rejects if the very first start fails;
 * later failures are said and tried again.
 */
export async function keepRunning(start: () => Promise<Running>, options: KeepOptions): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  let current: Running | undefined = await start();
  const finished = watch();

  async function watch(): Promise<void> {
    let failures = 0;
    while (!stopping.signal.aborted) {
      const startedAt = Date.now();
      const reason = current === undefined ? 'did not start' : describe(await current.exited);
      if (stopping.signal.aborted) return;
      failures = Date.now() - startedAt > STEADY_MS ? 1 : failures + 1;
      current = await startAgain(reason, failures);
    }
  }

  async function startAgain(reason: string, failures: number): Promise<Running | undefined> {
    const waits = options.backoffMs ?? BACKOFF_MS;
    const waitMs = waits[Math.min(failures, waits.length) - 1] ?? 0;
    options.say(`${options.name} ${reason}; starting it again in ${waitMs / 1000} s …`);
    try {
      await pause(waitMs, undefined, { signal: stopping.signal });
      const started = await start();
      options.say(`${options.name} runs again.`);
      return started;
    } catch (error) {
      if (!stopping.signal.aborted) options.say(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  return async () => {
    stopping.abort();
    await current?.stop();
    await finished;
    await current?.stop(); // One that was just starting when we were told to stop.
  };
}

function describe({ code, signal }: Exit): string {
  return `ended (${signal ?? `code ${code}`})`;
}
