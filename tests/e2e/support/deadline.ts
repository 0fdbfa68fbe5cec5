import type { Locator } from '@playwright/test';

/** Ticks that are looked at: each may be drawn late, never early, so the earliest answer is the closest. */
const TICKS = 3;

/**
 * The instant a running clock counts down to (milliseconds since 1970, this machine's clock), read from its figures at
 * the moments they change.
 */
export async function deadlineOf(clock: Locator): Promise<number> {
  await clock.waitFor();
  return clock.evaluate(
    (element, ticks) =>
      new Promise<number>((resolve) => {
        const seen: number[] = [];
        const observer = new MutationObserver(() => {
          const [seconds = 0, minutes = 0, hours = 0] = (element.textContent ?? '').split(':').map(Number).reverse();
          // "11" appears when 12 whole seconds are left.
          seen.push(Date.now() + ((hours * 60 + minutes) * 60 + seconds + 1) * 1_000);
          if (seen.length < ticks) return;
          observer.disconnect();
          resolve(Math.min(...seen));
        });
        observer.observe(element, { childList: true, characterData: true, subtree: true });
      }),
    TICKS,
  );
}
