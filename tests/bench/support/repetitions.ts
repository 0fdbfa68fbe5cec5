import type { Pair } from '../lines.ts';

const REPETITIONS = 3;

/** Measures each of them in turn, three times; every second time in the opposite order, so that nobody is always first. */
export async function takeTurns<Name extends string, Measured>(
  names: readonly Name[],
  measure: (name: Name) => Promise<Measured>,
): Promise<Record<Name, Measured[]>> {
  const measured = Object.fromEntries(names.map((name) => [name, [] as Measured[]])) as Record<Name, Measured[]>;
  for (let repetition = 0; repetition < REPETITIONS; repetition++) {
    for (const name of repetition % 2 === 0 ? names : names.toReversed()) measured[name].push(await measure(name));
  }
  return measured;
}

/** One figure of ours beside the same figure of theirs, repetition by repetition. */
export const pairsOf = <Measured>(
  ours: readonly Measured[],
  theirs: readonly Measured[],
  of: (one: Measured) => number,
) => ours.map((one, index): Pair => [of(one), of(theirs[index] as Measured)]);
