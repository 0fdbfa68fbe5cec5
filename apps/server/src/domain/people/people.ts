import type { Instant, LinkHash, Role, SeatId } from '@werkraum/protocol';
import type { ById } from '../records.ts';

/** A proven (session, person, role). */
export interface Seat {
  id: SeatId;
  name: string;
  role: Role;
  linkHash: LinkHash;
  /** False for somebody who knocked with the guest link. */
  invited: boolean;
  /** `expected`: never seen. `waiting`: at the door. `removed`: for good. */
  admission: 'expected' | 'waiting' | 'admitted' | 'removed';
  presence: 'expected' | 'here' | 'away';
  waitingSince?: Instant;
  /** What they left is being taken out of the log, or has been. */
  erasure?: 'asked' | 'done';
}

export interface People {
  seats: ById<SeatId, Seat>;
  guestHash?: LinkHash;
  /** Whether invited people walk in through open doors or wait to be admitted. */
  admission: 'automatic' | 'by-hand';
}

export type PeopleFact =
  | { type: 'seat-invited'; seatId: SeatId; name: string; role: Role; linkHash: LinkHash }
  | { type: 'seat-knocked'; seatId: SeatId; name: string; linkHash: LinkHash }
  | { type: 'link-reissued'; seatId: SeatId; linkHash: LinkHash }
  | { type: 'seat-arrived'; seatId: SeatId }
  | { type: 'seat-waiting'; seatId: SeatId; since: Instant }
  | { type: 'seat-admitted'; seatId: SeatId }
  | { type: 'seat-left'; seatId: SeatId }
  | { type: 'seat-removed'; seatId: SeatId }
  | { type: 'erasure-asked'; seatId: SeatId; by: SeatId | 'house'; at: Instant }
  | { type: 'person-erased'; seatId: SeatId }
  | { type: 'role-changed'; seatId: SeatId; role: Role }
  | { type: 'admission-set'; invited: 'automatic' | 'by-hand' };
