import type { SeatId } from '@werkraum/protocol';
import type { ParkingFact } from './parking.ts';

/** A fact about the parking lot without what this person wrote. */
export const eraseParking = (fact: ParkingFact, seatId: SeatId): ParkingFact =>
  'text' in fact && fact.by === seatId ? { ...fact, text: '–' } : fact;
