/**
 * How unequally amounts are spread: 0 when all are the same, 1 when one has everything. The Gini coefficient (C. Gini,
 * Variabilità e mutabilità, 1912), times n ∕ (n − 1), so that few people can reach 1 as many can (G. Deltas, The
 * Small-Sample Bias of the Gini Coefficient, 2003). 0 for fewer than two amounts and where all are 0.
 */
export function inequality(amounts: readonly number[]): number {
  const count = amounts.length;
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  if (count < 2 || total === 0) return 0;
  const ranked = amounts.toSorted((a, b) => a - b).reduce((sum, amount, at) => sum + (at + 1) * amount, 0);
  return ((2 * ranked) / (count * total) - (count + 1) / count) * (count / (count - 1));
}
