import type { Instant, SeatId, TurnsView } from '@werkraum/protocol';

/** How much of a person's running turn is left; undefined unless it is their turn. The grace counts as a full ring. */
export function turnRing(
  { now: running, turns }: TurnsView,
  seatId: SeatId,
  now: Instant,
): { share: number; over: boolean } | undefined {
  const turn = running && turns[running.turnId];
  if (!running || turn?.seatId !== seatId) return undefined;
  const leftMs = running.endsAt - Math.max(running.graceUntil, running.pausedAt ?? now);
  const slotMs = Math.max(1_000, turn.slotMs ?? running.endsAt - running.graceUntil);
  return { share: Math.min(1, Math.max(0, leftMs / slotMs)), over: leftMs <= 0 };
}
