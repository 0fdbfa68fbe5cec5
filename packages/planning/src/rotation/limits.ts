import { type Limits, pinnedTables, type RoundRules } from './rules.ts';

/**
 * Ways to open tables in a round, the best first: as many tables as nobody sits alone at [RO-3], as even as possible
 * [RO-2]; then sizes further apart, then fewer tables, as pins and groups may ask for.
 */
export function* limitsToTry(rules: RoundRules): Generator<Limits> {
  const count = rules.present.length;
  const pinned = pinnedTables(rules).size;
  if (count === 0) return;
  const { least, most } = widest(rules);
  const open = mostOpen(rules);
  const fewest = Math.max(1, pinned, Math.ceil(count / most));
  for (let tables = open; tables >= fewest; tables--) {
    if (tables * least > count) continue;
    if (rules.sizes) yield { open: tables, least, most };
    else yield* widening(count, tables, least);
  }
  // Only where pins leave no other way does somebody sit alone.
  if (!rules.sizes) yield { open: Math.max(1, pinned), least: 1, most: count };
}

/** How many tables are used where no other rule forbids: all of them, or as many as have people enough. */
export function mostOpen(rules: RoundRules): number {
  const enough = Math.max(1, Math.floor(rules.present.length / Math.max(1, widest(rules).least)));
  return Math.max(Math.min(rules.tables, enough), pinnedTables(rules).size);
}

/** The limits that hold whatever happens: those somebody has set, else that nobody sits alone. */
export function widest({ sizes, present }: RoundRules): { least: number; most: number } {
  const count = present.length;
  if (!sizes) return { least: Math.min(2, count), most: count };
  return { least: Math.min(Math.max(2, sizes.least), sizes.most, count), most: sizes.most };
}

function* widening(count: number, open: number, least: number): Generator<Limits> {
  const [low, high] = [Math.floor(count / open), Math.ceil(count / open)];
  for (let by = 0; ; by = by < 4 ? by + 1 : Math.ceil(by * 1.5)) {
    const limits = { open, least: Math.max(least, low - by), most: Math.min(count, high + by) };
    yield limits;
    if (limits.least === least && limits.most === count) return;
  }
}
