/** Resolves after `ms`, or at once when `signal` aborts. Never rejects: the caller looks at the signal. */
export function wait(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    }
    signal?.addEventListener('abort', done);
  });
}

/** Milliseconds before try number `attempt` (from 1): doubles from half a second to 15 s, spread so that a crowd does not come back at once. */
export function retryDelayMs(attempt: number, random: () => number): number {
  const full = Math.min(15_000, 500 * 2 ** (attempt - 1));
  return full * (0.5 + random() / 2);
}
