/** One round trip to the server's clock. */
export interface ClockSample {
  rttMs: number;
  /** Server time minus local time, if both ways took equally long; wrong by at most half the round trip. */
  offsetMs: number;
}

/** What one round trip tells: asked at `sentAt`, answered `serverNow`, heard at `receivedAt` (local milliseconds). */
export const clockSample = (sentAt: number, serverNow: number, receivedAt: number): ClockSample => ({
  rttMs: receivedAt - sentAt,
  offsetMs: serverNow - (sentAt + receivedAt) / 2,
});

/** The sample to believe: the one with the smallest round trip. */
export const bestSample = (samples: readonly ClockSample[]): ClockSample | undefined =>
  samples.reduce<ClockSample | undefined>(
    (best, sample) => (best === undefined || sample.rttMs < best.rttMs ? sample : best),
    undefined,
  );

/**
 * What to believe after a new measurement. A coarser one that does not contradict a finer one changes nothing,
 * so clocks do not tremble on a bad line; one that contradicts it (drift, sleep, a stepped clock) wins.
 */
export function refineOffset(
  held: ClockSample | undefined,
  measured: ClockSample | undefined,
): ClockSample | undefined {
  if (held === undefined || measured === undefined) return measured ?? held;
  if (measured.rttMs <= held.rttMs) return measured;
  const agrees = Math.abs(measured.offsetMs - held.offsetMs) <= measured.rttMs / 2;
  return agrees ? held : measured;
}

/** Asks the server's clock `rounds` times, one after the other, and keeps the best answer. Rejects when asking does. */
export async function measureOffset(
  ask: () => Promise<number>,
  localNow: () => number,
  rounds = 5,
): Promise<ClockSample | undefined> {
  const samples: ClockSample[] = [];
  for (let round = 0; round < rounds; round++) {
    const sentAt = localNow();
    const serverNow = await ask();
    samples.push(clockSample(sentAt, serverNow, localNow()));
  }
  return bestSample(samples);
}
