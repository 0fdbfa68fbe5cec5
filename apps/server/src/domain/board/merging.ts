import type { CardId } from '@werkraum/protocol';
import { type ById, entries, withEntry, without } from '../records.ts';
import type { Board, BoardFact, Boards, Card } from './board.ts';
import { emptyBoard } from './boards.ts';
import { placed } from './ranks.ts';
import { revoted } from './votes.ts';

type Of<Type extends BoardFact['type']> = Extract<BoardFact, { type: Type }>;
type Cards = ById<CardId, Card>;

/** Cards become parts of another, which keeps its place; what was in them comes along beside them [BO-7]. */
export function merged(boards: Boards, { boardId, into, from }: Of<'cards-merged'>): Boards {
  const board = boards.boards[boardId] ?? emptyBoard;
  const head = cardIn(board.cards, into);
  const parts: [CardId, Card][] = from.flatMap((cardId): [CardId, Card][] => {
    const { merged: inside = {}, ...card } = cardIn(board.cards, cardId);
    return [[cardId, card], ...entries(inside)];
  });
  const merged: Cards = { ...head.merged, ...Object.fromEntries(parts) };
  const rest = from.reduce<Cards>((cards, cardId) => without(cards, cardId), board.cards);
  const cards = withEntry(rest, into, { ...head, merged, version: head.version + 1 });
  return revoted(withCards(boards, boardId, board, cards), boardId, from, into);
}

/** The parts of a card go back to the ends of their columns; dots stay with the card they were moved to. */
export function split(boards: Boards, { boardId, cardId }: Of<'card-split'>): Boards {
  const board = boards.boards[boardId] ?? emptyBoard;
  const { merged: inside = {}, ...head } = cardIn(board.cards, cardId);
  const whole = withEntry(board.cards, cardId, { ...head, version: head.version + 1 });
  const cards = entries(inside).reduce<Cards>((soFar, [id, card]) => placed(soFar, id, { ...card, votes: 0 }), whole);
  return withCards(boards, boardId, board, cards);
}

const withCards = (boards: Boards, boardId: Of<'card-split'>['boardId'], board: Board, cards: Cards): Boards => ({
  ...boards,
  boards: withEntry(boards.boards, boardId, { ...board, cards }),
});

function cardIn(cards: Cards, cardId: CardId): Card {
  const card = cards[cardId];
  if (!card) throw new Error(`no card ${cardId}`);
  return card;
}
