import type { SeatId } from '@werkraum/protocol';
import type { TurnLine } from './turns.model.ts';

/** One person's bar: parts of the longest bar at the table, 0 to 1. */
export interface Share {
  seatId: SeatId;
  name: string | undefined;
  speaking: boolean;
  slotMs: number;
  usedMs: number;
  slotPart: number;
  /** Spoken within the slot. */
  usedPart: number;
  /** Spoken beyond it. */
  overPart: number;
}

/** What everybody was granted and used, in seating order of the queue; empty until somebody has begun. */
export function shares(lines: readonly TurnLine[]): Share[] {
  const longest = Math.max(...lines.map(({ slotMs = 0, usedMs = 0 }) => Math.max(slotMs, usedMs)));
  if (!(longest > 0)) return [];
  return lines.map(({ seatId, name, state, slotMs = 0, usedMs = 0 }) => ({
    seatId,
    name,
    speaking: state === 'now',
    slotMs,
    usedMs,
    slotPart: slotMs / longest,
    usedPart: Math.min(slotMs, usedMs) / longest,
    overPart: Math.max(0, usedMs - slotMs) / longest,
  }));
}
