import type { Instant, SeatView, SessionView } from '@werkraum/protocol';
import { type Offer, offers } from './plans.model.ts';

/** The offer comes this long before tables are expected to close. */
const AHEAD_MS = 2 * 60_000;

export interface MoreTime {
  phaseId: string;
  /** Until the tables close; below zero it is overtime. */
  leftMs: number;
  offers: readonly Offer[];
}

/** More time for the tables, for who facilitates, from two minutes before they close. */
export function moreTime({ agenda, tables }: SessionView, you: SeatView, now: Instant): MoreTime | undefined {
  const { clock } = agenda;
  const inUse = tables?.state === 'open' || tables?.state === 'closing';
  if (!clock || !inUse || clock.pausedAt !== undefined || !you.may.includes('replan')) return undefined;
  const leftMs = (tables.closesAt ?? clock.endsAt) - now;
  if (leftMs > AHEAD_MS) return undefined;
  return { phaseId: clock.phaseId, leftMs, offers: offers(agenda, you, now) };
}
