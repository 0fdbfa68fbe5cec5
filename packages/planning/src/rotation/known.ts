/**
 * Groups and size for which the literature says how many rounds without repeats there are at most, where that is fewer
 * than seats alone would allow: 4×3 (no nearly Kirkman triple system of 12: Kotzig and Rosa, "Nearly Kirkman systems",
 * 1974), 5×4 (no resolvable design of type 2^10 in fours: Ge and Ling, "A survey on resolvable group divisible designs
 * with block size four", 2005), 6×6 (no orthogonal Latin squares of order six: Tarry, "Le problème de 36 officiers", 1900).
 */
const MOST_ROUNDS: readonly (readonly [groups: number, size: number, rounds: number])[] = [
  [4, 3, 4],
  [5, 4, 5],
  [6, 6, 3],
];

/** The most rounds without repeats; undefined where nothing beyond counting seats is known to us. */
export const mostRounds = (groups: number, size: number): number | undefined =>
  MOST_ROUNDS.find(([g, s]) => g === groups && s === size)?.[2];
