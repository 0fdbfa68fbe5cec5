import type { CardId, ColumnId } from '@werkraum/protocol';
import { type ById, entries } from '../records.ts';
import type { Card } from './board.ts';

type Cards = ById<CardId, Card>;

/** The cards of a column from top to bottom. Equal ranks stand in the order of their ids, so everybody sees the same. */
export const inColumn = (cards: Cards, column: ColumnId): [CardId, Card][] =>
  entries(cards)
    .filter(([, card]) => card.column === column)
    .toSorted(([oneId, one], [otherId, other]) => one.rank - other.rank || (oneId < otherId ? -1 : 1));

/**
 * The cards with this one put into its column: before another card of it, else at the end. A rank between two others
 * leaves all others where they are, so that a move says one figure; where there is none left, the column is counted anew.
 */
export function placed(cards: Cards, cardId: CardId, card: Card, before?: CardId): Cards {
  const others = inColumn(cards, card.column).filter(([id]) => id !== cardId);
  const found = others.findIndex(([id]) => id === before);
  const at = found < 0 ? others.length : found;
  const [above, below] = [others[at - 1]?.[1].rank, others[at]?.[1].rank];
  const rank = between(above, below);
  if (rank !== undefined) return { ...cards, [cardId]: { ...card, rank } };
  const column = others.toSpliced(at, 0, [cardId, card]);
  return { ...cards, ...Object.fromEntries(column.map(([id, each], index) => [id, { ...each, rank: index + 1 }])) };
}

function between(above: number | undefined, below: number | undefined): number | undefined {
  if (below === undefined) return (above ?? 0) + 1;
  const rank = above === undefined ? below - 1 : (above + below) / 2;
  return (above === undefined || rank > above) && rank < below ? rank : undefined;
}
