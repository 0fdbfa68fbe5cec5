import type { Instant, SeatView, SessionView, StaffView } from '@werkraum/protocol';
import { type Offer, offers } from './plans.model.ts';

/** The offer comes this long before tables are expected to close. */
const AHEAD_MS = 2 * 60_000;

export interface MoreTime {
  phaseId: string;
  /** Until the tables should close, below zero in overtime; undefined while they are closing, which is said elsewhere. */
  leftMs: number | undefined;
  offers: readonly Offer[];
  /** How many tables say that they are ready, and that they need more time. */
  ready: number;
  more: number;
}

/** More time for the tables, for who facilitates, from two minutes before they close. */
export function moreTime(
  { agenda, tables }: SessionView,
  you: SeatView,
  staff: StaffView | undefined,
  now: Instant,
): MoreTime | undefined {
  const { clock } = agenda;
  // A trial of moving has a time of its own.
  const inUse = tables?.practiceUntil === undefined && (tables?.state === 'open' || tables?.state === 'closing');
  if (!clock || !inUse || clock.pausedAt !== undefined || !you.may.includes('replan')) return undefined;
  const leftMs = (tables.closesAt ?? clock.endsAt) - now;
  if (leftMs > AHEAD_MS) return undefined;
  const signals = Object.values(staff?.progress ?? {}).map(({ signal }) => signal);
  return {
    ...{ phaseId: clock.phaseId, offers: offers(agenda, you, now) },
    leftMs: tables.state === 'closing' ? undefined : leftMs,
    ready: signals.filter((signal) => signal === 'ready').length,
    more: signals.filter((signal) => signal === 'more-time').length,
  };
}
