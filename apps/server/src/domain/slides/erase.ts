import type { SeatId } from '@werkraum/protocol';
import type { SlidesFact } from './slides.ts';

/** A fact about slides without the name that this person gave a deck. */
export function eraseSlides(fact: SlidesFact, seatId: SeatId): SlidesFact {
  return fact.type === 'deck-added' && fact.by === seatId ? { ...fact, name: '–' } : fact;
}
