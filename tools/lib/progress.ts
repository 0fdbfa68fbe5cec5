/** Where a tool's lines go: the terminal, or a list in a test. */
export type Say = (line: string) => void;

export const sayToTerminal: Say = (line) => void process.stderr.write(`${line}\n`);

const HEARTBEAT_MS = 8_000;

export interface Limited {
  label: string;
  limitMs: number;
  say: Say;
  /** How often a waiting person hears that it is still going on. */
  heartbeatMs?: number;
}

/**
 * Runs `work`, says that it is still going on, and ends it at the limit: the signal is aborted and
 * the promise rejects even if `work` never looks at its signal, so no step of a tool can hang.
 */
export async function withLimit<T>(limited: Limited, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { label, limitMs, say, heartbeatMs = HEARTBEAT_MS } = limited;
  const stop = new AbortController();
  const startedAt = Date.now();
  const limitSeconds = Math.ceil(limitMs / 1000);
  const heartbeat = setInterval(() => {
    say(`  … ${label}: ${Math.round((Date.now() - startedAt) / 1000)} s (limit ${limitSeconds} s)`);
  }, heartbeatMs);
  let limit: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    limit = setTimeout(() => {
      reject(new Error(`${label}: given up after ${limitSeconds} s`));
      stop.abort();
    }, limitMs);
  });
  try {
    return await Promise.race([work(stop.signal), tooLong]);
  } finally {
    clearInterval(heartbeat);
    clearTimeout(limit);
  }
}
