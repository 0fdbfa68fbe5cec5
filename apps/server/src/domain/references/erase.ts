import type { SeatId } from '@werkraum/protocol';
import type { ReferencesFact } from './references.ts';

/** A fact about references without what this person wrote. */
export function eraseReferences(fact: ReferencesFact, seatId: SeatId): ReferencesFact {
  if (fact.type === 'reference-dropped' || fact.by !== seatId) return fact;
  const { link: _link, ...rest } = fact;
  return { ...rest, title: '–' };
}
