import type { Cancel, Clock } from '../ports/clock.ts';

/** Wake-ups that can all be taken back at once. */
export interface Wakeups {
  after(ms: number, run: () => void): void;
  stop(): void;
}

export function createWakeups(clock: Clock): Wakeups {
  const pending = new Set<Cancel>();
  return {
    after(ms, run) {
      const cancel = clock.at(clock.now() + ms, () => {
        pending.delete(cancel);
        run();
      });
      pending.add(cancel);
    },
    stop() {
      for (const cancel of pending) cancel();
      pending.clear();
    },
  };
}
