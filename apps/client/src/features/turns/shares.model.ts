import type { SeatId } from '@werkraum/protocol';
import type { TurnLine } from './turns.model.ts';

/** One person's bar: parts of the longest bar at the table, 0 to 1. */
export interface Share {
  /** What was granted. */
  slotPart: number;
  /** Spoken within it. */
  usedPart: number;
  /** Spoken beyond it. */
  overPart: number;
}

/** What everybody who has begun was granted and used. The longest of it fills the whole width. */
export function shares(lines: readonly TurnLine[]): ReadonlyMap<SeatId, Share> {
  const begun = lines.flatMap(({ seatId, slotMs, usedMs = 0 }) =>
    slotMs === undefined ? [] : [{ seatId, slotMs, usedMs }],
  );
  const longest = Math.max(1, ...begun.flatMap(({ slotMs, usedMs }) => [slotMs, usedMs]));
  const parts = begun.map(({ seatId, slotMs, usedMs }): [SeatId, Share] => [
    seatId,
    {
      slotPart: slotMs / longest,
      usedPart: Math.min(slotMs, usedMs) / longest,
      overPart: Math.max(0, usedMs - slotMs) / longest,
    },
  ]);
  return new Map(parts);
}
