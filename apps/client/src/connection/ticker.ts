import type { Instant } from '@werkraum/protocol';

/** The time everybody in the room sees: the server's, in whole seconds. */
export interface Ticker {
  now(): Instant;
  /** Calls back at each new second. Returns how to stop. */
  subscribe(listener: () => void): () => void;
}

// Browsers may fire a timer a little early; a hair later is the same second for everybody.
const SLACK_MS = 4;

/**
 * One shared timer that fires right after each whole second of `serverNow`. The value is always computed from the
 * clock, never counted, so a throttled background tab is right again as soon as it may run; it does so at once when shown.
 */
export function createTicker(serverNow: () => number): Ticker & { refresh(): void } {
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = () => Math.floor(serverNow() / 1_000) * 1_000;
  const tick = () => {
    arm();
    for (const listener of [...listeners]) listener();
  };
  const arm = () => {
    clearTimeout(timer);
    const intoSecond = ((serverNow() % 1_000) + 1_000) % 1_000;
    timer = listeners.size === 0 ? undefined : setTimeout(tick, 1_000 - intoSecond + SLACK_MS);
  };
  const onShow = () => {
    if (document.visibilityState === 'visible') tick();
  };
  const subscribe = (listener: () => void) => {
    if (listeners.size === 0) document.addEventListener('visibilitychange', onShow);
    listeners.add(listener);
    if (listeners.size === 1) arm();
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onShow);
    };
  };
  return { now, subscribe, refresh: tick };
}

/** A clock that stands still, for the gallery and tests. */
export const frozenTicker = (now: Instant): Ticker => ({ now: () => now, subscribe: () => () => {} });
