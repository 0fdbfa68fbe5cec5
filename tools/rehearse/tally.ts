import type { AnnouncementId, Rejection } from '@werkraum/protocol';
import { encounters, type Sitting } from './seating.ts';

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
  /** Beats on which all tables began together. */
  beats: number;
  /** Rotations that were proposed and accepted. */
  proposals: number;
  helpCalls: number;
  /** What tables said about their time. */
  signals: number;
  late: number;
  lost: number;
  /** How far behind the plan it would have ended before and after re-planning. */
  replanned?: { behindMsBefore: number; behindMsAfter: number };
  /** How long after the hard end the session was over. */
  pastHardEndMs?: number;
  /** Audio frames heard by each bot, with `--audio`. */
  heard: Record<string, number>;
  /** Each announcement with the names of those who saw it; `onlyFor`: and nobody else may have. */
  announced: { announcementId: AnnouncementId; seenBy: string[]; onlyFor?: string[] }[];
  /** Who sat where, as each round began and as it ended. */
  sittings: Sitting[];
}

export const newTally = (): Tally => ({
  latencies: [],
  rejections: {},
  gaps: 0,
  farewells: [],
  phases: [],
  moves: 0,
  turns: 0,
  beats: 0,
  proposals: 0,
  helpCalls: 0,
  signals: 0,
  late: 0,
  lost: 0,
  heard: {},
  announced: [],
  sittings: [],
});

/** The value below which this share of the figures lies; undefined without figures. */
function percentile(figures: readonly number[], share: number): number | undefined {
  const ordered = figures.toSorted((a, b) => a - b);
  return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))];
}

/** The tally as one line of JSON, with what was found out when all was over. */
export function report(tally: Tally, found: { announcements: object; converged: boolean }): string {
  const { latencies, announced: _announced, sittings, ...counts } = tally;
  const rounded = (share: number) => Math.round((percentile(latencies, share) ?? 0) * 10) / 10;
  return JSON.stringify({
    ...counts,
    encounters: encounters(sittings),
    commands: latencies.length,
    latencyMs: { p50: rounded(0.5), p99: rounded(0.99) },
    ...found,
  });
}
