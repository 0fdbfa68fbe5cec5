import type { BoardId, CardId, SeatId } from '@werkraum/protocol';
import { assertNever, entries, withEntry, without } from '../records.ts';
import type { Board, BoardFact, Boards, Card, Own } from './board.ts';
import { emptyBoard } from './boards.ts';
import { merged, split } from './merging.ts';
import { placed } from './ranks.ts';
import { unvotedEverywhere, voted } from './votes.ts';

const CARD_FACTS = [
  ...(['card-added', 'card-edited', 'card-moved', 'card-tagged', 'card-removed'] as const),
  ...(['cards-merged', 'card-split', 'card-voted', 'vote-taken-back'] as const),
];
export type CardFact = Extract<BoardFact, { type: (typeof CARD_FACTS)[number] }>;

const OF_CARDS: ReadonlySet<BoardFact['type']> = new Set(CARD_FACTS);
export const isCardFact = (fact: BoardFact): fact is CardFact => OF_CARDS.has(fact.type);

/** Folds one fact about cards. */
export function evolveCards(boards: Boards, fact: CardFact): Boards {
  switch (fact.type) {
    case 'card-added':
      return added(boards, fact);
    case 'card-edited':
      return inCard(boards, fact, (card) => ({ ...card, text: fact.text, version: card.version + 1 }));
    case 'card-tagged':
      return inCard(boards, fact, (card) => ({ ...card, tags: fact.tags, version: card.version + 1 }));
    case 'card-moved':
      return moved(boards, fact);
    case 'card-removed':
      return removed(boards, fact);
    case 'cards-merged':
      return merged(boards, fact);
    case 'card-split':
      return split(boards, fact);
    case 'card-voted':
    case 'vote-taken-back':
      return voted(boards, fact);
    default:
      return assertNever(fact);
  }
}

type Of<Type extends CardFact['type']> = Extract<CardFact, { type: Type }>;

const boardIn = (boards: Boards, boardId: BoardId): Board => boards.boards[boardId] ?? emptyBoard;

export const withBoard = (boards: Boards, boardId: BoardId, change: Partial<Board>): Boards => ({
  ...boards,
  boards: withEntry(boards.boards, boardId, { ...boardIn(boards, boardId), ...change }),
});

const nothingOwn: Own = { alone: {}, dots: {} };
const ownIn = (boards: Boards, seatId: SeatId): Own => boards.own[seatId] ?? nothingOwn;
const withOwn = (boards: Boards, seatId: SeatId, change: Partial<Own>): Boards => ({
  ...boards,
  own: withEntry(boards.own, seatId, { ...ownIn(boards, seatId), ...change }),
});

/** The cards among which this card lies: its author's own, or the board's. */
interface Pile {
  cards: Board['cards'];
  with(cards: Board['cards']): Boards;
}

function pileOf(boards: Boards, { boardId, cardId }: { boardId: BoardId; cardId: CardId }): Pile {
  const board = boardIn(boards, boardId);
  const owner = board.alone[cardId];
  if (owner === undefined) return { cards: board.cards, with: (cards) => withBoard(boards, boardId, { cards }) };
  const { alone } = ownIn(boards, owner);
  return {
    cards: alone[boardId] ?? {},
    with: (cards) => withOwn(boards, owner, { alone: withEntry(alone, boardId, cards) }),
  };
}

function added(boards: Boards, { boardId, cardId, column, text, by, at, alone }: Of<'card-added'>): Boards {
  const card: Card = { column, rank: 0, text, by, at, version: 0, votes: 0 };
  const after = alone
    ? withBoard(boards, boardId, { alone: withEntry(boardIn(boards, boardId).alone, cardId, by) })
    : boards;
  const pile = pileOf(after, { boardId, cardId });
  return pile.with(placed(pile.cards, cardId, card));
}

function inCard(boards: Boards, fact: { boardId: BoardId; cardId: CardId }, change: (card: Card) => Card): Boards {
  const pile = pileOf(boards, fact);
  return pile.with(withEntry(pile.cards, fact.cardId, change(cardIn(pile, fact.cardId))));
}

function cardIn({ cards }: Pick<Pile, 'cards'>, cardId: CardId): Card {
  const card = cards[cardId];
  if (!card) throw new Error(`no card ${cardId}`);
  return card;
}

function moved(boards: Boards, fact: Of<'card-moved'>): Boards {
  const pile = pileOf(boards, fact);
  const card = cardIn(pile, fact.cardId);
  const version = card.column === fact.column ? card.version : card.version + 1;
  return pile.with(placed(pile.cards, fact.cardId, { ...card, column: fact.column, version }, fact.before));
}

function removed(boards: Boards, { boardId, cardId }: Of<'card-removed'>): Boards {
  const pile = pileOf(boards, { boardId, cardId });
  cardIn(pile, cardId);
  const rest = pile.with(without(pile.cards, cardId));
  const board = boardIn(rest, boardId);
  const after = withBoard(rest, boardId, { alone: without(board.alone, cardId) });
  return unvotedEverywhere(after, boardId, cardId);
}

/** Puts cards that were written alone before everybody at the board: all of them, or those that are wanted. */
export function shown(boards: Boards, boardId: BoardId, isWanted: (cardId: CardId) => boolean = () => true): Boards {
  return entries(boardIn(boards, boardId).alone).reduce((soFar, [cardId, owner]) => {
    if (!isWanted(cardId)) return soFar;
    const { alone } = ownIn(soFar, owner);
    const pile = alone[boardId] ?? {};
    const board = boardIn(soFar, boardId);
    const rest = withOwn(soFar, owner, { alone: withPile(alone, boardId, without(pile, cardId)) });
    const cards = placed(board.cards, cardId, cardIn({ cards: pile }, cardId));
    return withBoard(rest, boardId, { cards, alone: without(board.alone, cardId) });
  }, boards);
}

const withPile = (alone: Own['alone'], boardId: BoardId, pile: Board['cards']): Own['alone'] =>
  Object.keys(pile).length > 0 ? withEntry(alone, boardId, pile) : without(alone, boardId);
