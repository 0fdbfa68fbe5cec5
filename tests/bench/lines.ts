/** Median and range of the same figure, measured several times. */
export interface Spread {
  median: number;
  low: number;
  high: number;
}

/** What a figure should be: at most or at least so much, looked at by itself or as a ratio to what it is compared with. */
export interface Aim {
  of: 'ours' | 'ratio';
  at: 'most' | 'least';
  value: number;
}

/** One line of the table: what Werkraum does and, where there is something to compare with, what that does in the same run. */
export interface Line {
  /** For example `CPU per delivery, 1,000 people, 300 B`. */
  what: string;
  unit: string;
  ours: Spread;
  against?: { name: string; figure: Spread };
  /** Ours divided by theirs, pair by pair; the median of those and not the quotient of the medians. */
  ratio?: Spread;
  aim?: Aim;
  /** What a reader must know to read the figure rightly. */
  note?: string;
}

/** One part of the bench; parts are chosen by name. */
export interface Part {
  name: string;
  /** One line: what is measured against what. */
  title: string;
  /** Takes long: measured only when it is asked for by name. */
  long?: boolean;
  /** Measures; says from time to time what it is doing. Throws when it cannot be measured here, with the reason. */
  run(say: (text: string) => void): Promise<Line[]>;
}

export type Pair = readonly [ours: number, theirs: number];

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((one, other) => one - other);
  const [low, high] = [sorted[0], sorted.at(-1)];
  if (low === undefined || high === undefined) throw new Error('nothing was measured');
  return { median: quantile(sorted, 0.5), low, high };
}

/** The value below which the given share of the sorted values lies; between two values, the middle. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  if (below === undefined || above === undefined) throw new Error('no values');
  return below + (above - below) * (at - Math.floor(at));
}

export const sortedCopy = (values: readonly number[]): number[] => [...values].sort((one, other) => one - other);

type Extra = Pick<Line, 'aim' | 'note'>;

/** A line of pairs that were measured one right after the other. */
export function compared(what: string, unit: string, name: string, pairs: readonly Pair[], extra: Extra = {}): Line {
  return {
    ...{ what, unit, ours: spread(pairs.map(([ours]) => ours)) },
    against: { name, figure: spread(pairs.map(([, theirs]) => theirs)) },
    ratio: spread(pairs.map(([ours, theirs]) => ours / theirs)),
    ...extra,
  };
}

/** A line with nothing beside it. */
export const alone = (what: string, unit: string, values: readonly number[], extra: Extra = {}): Line => ({
  ...{ what, unit, ours: spread(values) },
  ...extra,
});

export const atMost = (value: number, of: Aim['of'] = 'ratio'): Aim => ({ of, at: 'most', value });
export const atLeast = (value: number, of: Aim['of'] = 'ratio'): Aim => ({ of, at: 'least', value });

/** Whether the median keeps to the aim; undefined where there is none. */
export function isMet({ aim, ours, ratio }: Line): boolean | undefined {
  const figure = aim?.of === 'ratio' ? ratio?.median : ours.median;
  if (!aim || figure === undefined) return undefined;
  return aim.at === 'most' ? figure <= aim.value : figure >= aim.value;
}
