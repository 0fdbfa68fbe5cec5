import type { SeatId } from '@werkraum/protocol';
import type { BoardFact } from './board.ts';

/**
 * The fact without the words of one person; the very fact when it has none of theirs. Every fact stays, since later ones
 * name its card: a card without a text is shown nowhere, and copies of it are made from these facts anew.
 */
export function eraseBoard(fact: BoardFact, seatId: SeatId): BoardFact {
  if (!('by' in fact) || fact.by !== seatId) return fact;
  if (fact.type === 'card-added' || fact.type === 'card-edited') return { ...fact, text: '' };
  return fact.type === 'card-tagged' ? { ...fact, tags: [] } : fact;
}
