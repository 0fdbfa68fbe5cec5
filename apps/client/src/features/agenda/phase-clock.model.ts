import type { AgendaView, ClockView, Instant } from '@werkraum/protocol';
import { type ClockTone, clockTone } from '../../ui/clock-face.ts';

export interface PhaseClockModel {
  /** Time left; below zero it is overtime. */
  leftMs: number;
  /** How much of the given time is left: 1 at the start, 0 at the end and in overtime. */
  share: number;
  tone: ClockTone;
  paused: boolean;
}

// Where `clockTone` changes.
const WARNINGS: readonly number[] = [0.2, 0.05];

/** The clock everybody trusts. Undefined unless a phase runs. */
export function phaseClock({ clock }: AgendaView, now: Instant): PhaseClockModel | undefined {
  if (!clock) return undefined;
  const leftMs = clock.endsAt - (clock.pausedAt ?? now);
  const share = Math.min(1, Math.max(0, leftMs / givenMs(clock)));
  return { leftMs, share, tone: clockTone(leftMs, givenMs(clock)), paused: clock.pausedAt !== undefined };
}

/** All the time the phase was given so far, extensions and pauses included; at least one second. */
const givenMs = ({ startedAt, endsAt }: ClockView): number => Math.max(1_000, endsAt - startedAt);

/** What a screen reader says about a clock, and nothing in between. */
export type SpokenClock =
  | { key: 'minutes-left'; values: { count: number } }
  | { key: 'seconds-left' | 'time-up'; values?: undefined };

const MINUTE = 60_000;

/**
 * What is spoken while the time left falls from `before` to `after`: whole minutes from five down, ten seconds, the end.
 * Only the last mark passed is spoken, so that a tab coming back from sleep does not read a list.
 */
export function spokenClock(before: number, after: number): SpokenClock | undefined {
  if (passed(before, after, 0)) return { key: 'time-up' };
  if (passed(before, after, 10_000)) return { key: 'seconds-left' };
  const minutes = [1, 2, 3, 4, 5].find((count) => passed(before, after, count * MINUTE));
  return minutes === undefined ? undefined : { key: 'minutes-left', values: { count: minutes } };
}

export type Chime = 'warning' | 'end';

/** The sound for the time left falling from `before` to `after`: at both warnings and at the end. */
export function clockChime(before: number, after: number, clock: ClockView): Chime | undefined {
  const given = givenMs(clock);
  if (passed(before, after, 0)) return 'end';
  return WARNINGS.some((part) => passed(before, after, given * part)) ? 'warning' : undefined;
}

const passed = (before: number, after: number, mark: number): boolean => before > mark && after <= mark;
