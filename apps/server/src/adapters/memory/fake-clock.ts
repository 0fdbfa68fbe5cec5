import type { Instant } from '@werkraum/protocol';
import type { Clock } from '../../ports/clock.ts';

/** A clock that stands still until it is told to go on. */
export interface FakeClock extends Clock {
  /**
   * Goes on by `ms`. Everything that falls due runs in the order of its instant, with `now()` showing that instant,
   * and the work it starts is awaited through `settle` before the clock goes on.
   */
  advance(ms: number): Promise<void>;
  /** Instants somebody waits for, earliest first. */
  waiting(): readonly Instant[];
}

interface Wakeup {
  when: Instant;
  run: () => void;
}

// Two turns of the loop: promises and loopback input that are already on their way get through.
async function aMoment(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
}

/** `settle` is awaited after every wake-up and before the clock stops: what it waits for has happened when `advance` returns. */
export function createFakeClock(start: Instant, settle: () => Promise<void> = aMoment): FakeClock {
  let now = start;
  let wakeups: readonly Wakeup[] = [];

  // The earliest one; among equals the one that was asked for first.
  const dueBy = (until: Instant): Wakeup | undefined =>
    wakeups
      .filter(({ when }) => when <= until)
      .reduce<Wakeup | undefined>((first, next) => (first && first.when <= next.when ? first : next), undefined);

  const forget = (gone: Wakeup): void => {
    wakeups = wakeups.filter((wakeup) => wakeup !== gone);
  };

  return {
    now: () => now,
    at(when, run) {
      const wakeup = { when, run };
      wakeups = [...wakeups, wakeup];
      return () => forget(wakeup);
    },
    async advance(ms) {
      const until = now + ms;
      await settle();
      for (let wakeup = dueBy(until); wakeup; wakeup = dueBy(until)) {
        forget(wakeup);
        now = Math.max(now, wakeup.when);
        wakeup.run();
        await settle();
      }
      now = until;
      await settle();
    },
    waiting: () => wakeups.map(({ when }) => when).sort((a, b) => a - b),
  };
}
