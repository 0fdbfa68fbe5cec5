import type { Instant, Place, SeatId } from '@werkraum/protocol';
import type { ById } from '../records.ts';

export interface Hand {
  raisedAt: Instant;
  /** A hand belongs to the place where it went up; elsewhere it is not seen. */
  place: Place;
}

export interface Stage {
  hands: ById<SeatId, Hand>;
  /** Who was given the word in the plenary, and since when. */
  words: ById<SeatId, Instant>;
  /** How often a microphone was switched off by somebody else. */
  mutes: ById<SeatId, number>;
}

export type StageFact =
  | { type: 'hand-raised'; seatId: SeatId; place: Place; at: Instant }
  | { type: 'hand-lowered'; seatId: SeatId }
  | { type: 'word-given'; seatId: SeatId; at: Instant }
  | { type: 'word-taken'; seatId: SeatId }
  | { type: 'seat-muted'; seatId: SeatId };
