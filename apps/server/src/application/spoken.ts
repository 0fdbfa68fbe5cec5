import type { Instant, SeatId, SpeechKey, Spoke } from '@werkraum/protocol';

/** What one seat's client has told of its speaking, opening by opening. */
export interface Spoken {
  /** The seat has been at this place since an instant; undefined: at none that counts. */
  moveTo(key: SpeechKey | undefined, since: Instant): void;
  /** Takes a report in; false when it is about another place, or says nothing new. */
  hear(spoke: Spoke, now: Instant): boolean;
  sums(): readonly (readonly [SpeechKey, number])[];
}

interface Sum {
  /** From pages that were loaded before the one that counts now. */
  earlierMs: number;
  run: string;
  runMs: number;
  /** How long the seat was here before it last went away. */
  stayedMs: number;
}

/** What was said last at a place arrives when the seat has left it already. */
const LATE_MS = 15_000;
/** Clocks are told in whole steps, and reports travel. */
const SLACK_MS = 2_000;

/** Sums of one seat. Nobody has spoken longer than they have been at the place, whatever their client says [BA-4]. */
export function createSpoken(): Spoken {
  const sums = new Map<SpeechKey, Sum>();
  let at: { key: SpeechKey | undefined; since: Instant } = { key: undefined, since: 0 };
  let left: { key: SpeechKey | undefined; until: Instant } = { key: undefined, until: 0 };

  function leave(now: Instant): void {
    const sum = at.key && sums.get(at.key);
    if (sum) sum.stayedMs += Math.max(0, now - at.since);
    left = { key: at.key, until: now + LATE_MS };
  }

  const stayed = (key: SpeechKey, sum: Sum, now: Instant): number =>
    sum.stayedMs + (key === at.key ? Math.max(0, now - at.since) : 0);

  function count(sum: Sum, { run, totalMs }: Spoke, mostMs: number): boolean {
    if (sum.run !== run) Object.assign(sum, { run, earlierMs: sum.earlierMs + sum.runMs, runMs: 0 });
    const runMs = Math.min(totalMs, mostMs - sum.earlierMs);
    if (runMs <= sum.runMs) return false;
    sum.runMs = runMs;
    return true;
  }

  return {
    moveTo(key, since) {
      if (key === at.key) return;
      leave(since);
      at = { key, since };
      if (key && !sums.has(key)) sums.set(key, { earlierMs: 0, run: '', runMs: 0, stayedMs: 0 });
    },
    hear(spoke, now) {
      const isHere = spoke.key === at.key || (spoke.key === left.key && now <= left.until);
      const sum = isHere ? sums.get(spoke.key) : undefined;
      return sum !== undefined && count(sum, spoke, stayed(spoke.key, sum, now) + SLACK_MS);
    },
    sums: () => [...sums].map(([key, { earlierMs, runMs }]) => [key, earlierMs + runMs] as const),
  };
}

/** What several seats have told, by opening and seat. */
export function speechOf(seats: ReadonlyMap<SeatId, Spoken>): Map<SpeechKey, Map<SeatId, number>> {
  const speech = new Map<SpeechKey, Map<SeatId, number>>();
  for (const [seatId, spoken] of seats) {
    for (const [key, ms] of spoken.sums()) {
      const there = speech.get(key) ?? new Map<SeatId, number>();
      speech.set(key, there.set(seatId, ms));
    }
  }
  return speech;
}
