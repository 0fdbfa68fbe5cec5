import type { SeatId } from '@werkraum/protocol';
import type { FacilitatingFact } from './facilitating.ts';

/** A fact about facilitating without the private notes that this person wrote. */
export const eraseFacilitating = (fact: FacilitatingFact, seatId: SeatId): FacilitatingFact =>
  fact.type === 'notes-set' && fact.by === seatId ? { ...fact, text: '' } : fact;
