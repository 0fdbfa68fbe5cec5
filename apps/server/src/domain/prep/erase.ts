import type { SeatId } from '@werkraum/protocol';
import type { PrepFact } from './prep.ts';

/** A fact about preparation without what this person answered: as if they had taken it away. */
export function erasePrep(fact: PrepFact, seatId: SeatId): PrepFact {
  if (fact.type !== 'question-answered' || fact.by !== seatId) return fact;
  const { answer: _gone, ...rest } = fact;
  return rest;
}
