import { sayToTerminal as say } from '../lib/progress.ts';

type Stop = () => Promise<void>;

/** A first signal often arrives twice (from the terminal and from npm); one that is later than this is meant. */
const SAME_SIGNAL_MS = 1_000;

/**
 * Runs `work`, which says what it started, and stops all of that, the newest first: at Ctrl-C, when the
 * process that runs us is gone, or when `work` fails. A second Ctrl-C does not wait.
 */
export async function untilStopped(work: (started: (stop: Stop) => void) => Promise<void>): Promise<void> {
  const stops: Stop[] = [];
  let stoppingSince: number | undefined;
  const stopAll = async (code: number): Promise<void> => {
    if (stoppingSince !== undefined) {
      if (Date.now() - stoppingSince > SAME_SIGNAL_MS) process.exit(code);
      return;
    }
    stoppingSince = Date.now();
    for (const stop of stops.reverse()) await stop();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stopAll(0));
  process.on('disconnect', () => void stopAll(1));
  process.channel?.unref();
  await work((stop) => void stops.push(stop)).catch((error: unknown) => {
    if (stoppingSince !== undefined) return undefined;
    say(error instanceof Error ? error.message : String(error));
    return stopAll(1);
  });
}
