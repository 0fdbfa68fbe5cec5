import type { Instant, SeatId, SpeechKey } from '@werkraum/protocol';
import type { ById } from '../records.ts';

/** What is decided about speaking times. How long people speak is no part of it (ADR 0018). */
export interface Balance {
  handOrder: 'raised' | 'quiet-first';
  /** Who answered whether speaking times may be kept, and how; no answer means no. */
  consents: ById<SeatId, boolean>;
  /** Kept after the end, because everybody agreed: milliseconds by seat, measured from an instant on. */
  kept?: { from: Instant; seats: ById<SeatId, number> };
}

export type BalanceFact =
  | { type: 'hands-ordered'; by: 'raised' | 'quiet-first' }
  | { type: 'consent-answered'; seatId: SeatId; keepSpeakingTimes: boolean }
  | { type: 'speaking-times-kept'; from: Instant; seats: ById<SeatId, number> };

/** How long each seat has spoken in each opening of a place, in milliseconds. Lives beside the state and is never stored. */
export type Speech = ReadonlyMap<SpeechKey, ReadonlyMap<SeatId, number>>;
