import type { Clock } from '../../ports/clock.ts';

// Long waits are taken in stretches: a timer counts what has passed, not what the wall clock shows, and is limited to 2^31 ms.
const STRETCH_MS = 5_000;

/**
 * The machine's wall clock. Deadlines are wall instants: if the clock is set forward over one, it fires within
 * `STRETCH_MS`; if it is set back, the wake-up waits until the clock shows its instant again.
 */
export function createSystemClock(): Clock {
  return {
    now: () => Date.now(),
    at(when, run) {
      const stretch = (): number => Math.min(Math.max(when - Date.now(), 0), STRETCH_MS);
      const wake = (): void => {
        if (Date.now() >= when) run();
        else timer = setTimeout(wake, stretch());
      };
      let timer = setTimeout(wake, stretch());
      return () => clearTimeout(timer);
    },
  };
}
