import type { Clock } from '../ports/clock.ts';

/** Takes one token; false when there is none left. */
export type TokenBucket = () => boolean;

/** A bucket of `burst` tokens that refills by `perSecond`. */
export function createTokenBucket(clock: Clock, perSecond: number, burst: number): TokenBucket {
  let tokens = burst;
  let countedAt = clock.now();
  return () => {
    const now = clock.now();
    // A wall clock that is set back must not take tokens away.
    tokens = Math.min(burst, tokens + (Math.max(0, now - countedAt) / 1_000) * perSecond);
    countedAt = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
