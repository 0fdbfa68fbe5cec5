import type { Rejection } from '@werkraum/protocol';

/** What is counted while bots go through a workshop. */
export interface Tally {
  /** From sending a command to its acknowledgement, in ms. */
  latencies: number[];
  rejections: Partial<Record<Rejection, number>>;
  /** Patches that did not fit and were mended by asking for the whole. */
  gaps: number;
  farewells: string[];
  phases: string[];
  moves: number;
  turns: number;
  /** Audio frames heard by each bot, with `--audio`. */
  heard: Record<string, number>;
}

export const newTally = (): Tally => ({
  latencies: [],
  rejections: {},
  gaps: 0,
  farewells: [],
  phases: [],
  moves: 0,
  turns: 0,
  heard: {},
});

/** The value below which this share of the figures lies; undefined without figures. */
function percentile(figures: readonly number[], share: number): number | undefined {
  const ordered = figures.toSorted((a, b) => a - b);
  return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))];
}

/** The tally as one line of JSON. */
export function report(tally: Tally, converged: boolean): string {
  const { latencies, ...counts } = tally;
  const rounded = (share: number) => Math.round((percentile(latencies, share) ?? 0) * 10) / 10;
  return JSON.stringify({
    ...counts,
    commands: latencies.length,
    latencyMs: { p50: rounded(0.5), p99: rounded(0.99) },
    converged,
  });
}
