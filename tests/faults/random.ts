/** Seeded pseudo-random numbers (mulberry32), so that a printed seed repeats a run's choices. */
export function createRandom(seed: number) {
  let state = seed >>> 0;
  function fraction(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  return {
    /** A whole number from 0 to `below` - 1. */
    below: (below: number): number => Math.floor(fraction() * below),
  };
}

/** The seed of this run: `FAULT_SEED` when given, else a new one. Printed, to be given again. */
export function seedOf(suite: string): number {
  const given = Number(process.env.FAULT_SEED);
  const seed = given > 0 ? given : 1 + Math.floor(Math.random() * 1_000_000_000);
  console.log(`${suite}: FAULT_SEED=${seed}`);
  return seed;
}
