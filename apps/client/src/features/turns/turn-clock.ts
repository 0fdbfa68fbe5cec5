import type { Instant, TurnsView } from '@werkraum/protocol';
import { type ClockTone, clockTone } from '../../ui/clock-face.ts';

/** The clock of a turn that has begun, as the server sends it. */
export type RunningTurnView = NonNullable<TurnsView['now']>;

export interface TurnClock {
  /** `grace`: silence before the clock runs, so that people can unmute. */
  state: 'grace' | 'speaking' | 'over';
  paused: boolean;
  /** Time left in ms; below zero it is overtime. */
  leftMs: number;
  /** Time until the clock runs, in ms. */
  graceMs: number;
  /** Time spoken since this turn was started, in ms. */
  spokenMs: number;
  /** How much of the time is left: 1 at the start, 0 at the end and in overtime. */
  share: number;
  tone: ClockTone;
}

/** Reads a turn's clock at an instant. While it is paused the clock stands where it was paused. */
export function turnClock({ graceUntil, endsAt, pausedAt }: RunningTurnView, now: Instant): TurnClock {
  const at = pausedAt ?? now;
  const totalMs = Math.max(1, endsAt - graceUntil);
  const leftMs = endsAt - Math.max(graceUntil, at);
  return {
    state: at < graceUntil ? 'grace' : leftMs < 0 ? 'over' : 'speaking',
    paused: pausedAt !== undefined,
    leftMs,
    graceMs: Math.max(0, graceUntil - at),
    spokenMs: Math.max(0, at - graceUntil),
    share: Math.min(1, Math.max(0, leftMs / totalMs)),
    tone: clockTone(leftMs, totalMs),
  };
}
