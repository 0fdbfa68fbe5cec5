import type { SeatId } from '@werkraum/protocol';
import type { BookletFact } from './booklet.ts';

type Edited = Extract<BookletFact, { type: 'booklet-edited' }>;

/**
 * The fact without words that this person wrote into the booklet: a text is again what is generated, a paragraph of their own
 * is empty and shown nowhere. The fact itself stays, since changes are counted and taken back one by one.
 */
export function eraseBooklet(fact: Edited, seatId: SeatId): Edited {
  const { change, by } = fact;
  if (by !== seatId) return fact;
  if (change.kind === 'add') return { ...fact, change: { ...change, text: '' } };
  if (change.kind !== 'text' || change.text === undefined) return fact;
  const { text: _, ...rest } = change;
  return { ...fact, change: rest };
}
