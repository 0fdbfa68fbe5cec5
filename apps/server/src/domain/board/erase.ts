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

type HandedOver = Extract<BoardFact, { type: 'cards-handed-over' }>;

/** The fact without these names of columns: they are called by their kinds. The same fact when it has none of them. */
export function withoutColumnNames(fact: HandedOver, names: ReadonlySet<string>): HandedOver {
  const isNamed = ({ column: { label } }: HandedOver['cards'][number]) => label !== undefined && names.has(label);
  if (!fact.cards.some(isNamed)) return fact;
  const cards = fact.cards.map((each) => {
    const { label: _, ...column } = each.column;
    return isNamed(each) ? { ...each, column } : each;
  });
  return { ...fact, cards };
}
