import type { BoardId, CardId, SeatId } from '@werkraum/protocol';
import { entries, withEntry, without } from '../records.ts';
import type { BoardFact, Boards, Own } from './board.ts';

type Of<Type extends BoardFact['type']> = Extract<BoardFact, { type: Type }>;

/** Somebody gives a card a dot, or takes it back. Who did stands with them alone; the card only counts. */
export function voted(boards: Boards, { type, boardId, cardId, by }: Of<'card-voted' | 'vote-taken-back'>): Boards {
  const given = boards.own[by]?.dots[boardId] ?? [];
  const others = given.filter((id) => id !== cardId);
  return counted(withDots(boards, by, boardId, type === 'card-voted' ? [...others, cardId] : others), boardId, [
    cardId,
  ]);
}

/** The dots of cards that went into another go to it: one person counts once [BO-8]. */
export function revoted(boards: Boards, boardId: BoardId, from: readonly CardId[], into: CardId): Boards {
  const gone = new Set(from);
  const change = (ids: readonly CardId[]) => [...new Set(ids.map((id) => (gone.has(id) ? into : id)))];
  return counted(withEverybodysDots(boards, boardId, change), boardId, [into]);
}

/** A card is gone, and whoever gave it a dot has that dot again. */
export const unvotedEverywhere = (boards: Boards, boardId: BoardId, cardId: CardId): Boards =>
  withEverybodysDots(boards, boardId, (ids) => (ids.includes(cardId) ? ids.filter((id) => id !== cardId) : ids));

function withEverybodysDots(
  boards: Boards,
  boardId: BoardId,
  change: (ids: readonly CardId[]) => readonly CardId[],
): Boards {
  return entries(boards.own).reduce((soFar, [seatId, { dots }]) => {
    const given = dots[boardId];
    const now = given && change(given);
    return !now || now.join() === given.join() ? soFar : withDots(soFar, seatId, boardId, now);
  }, boards);
}

function withDots(boards: Boards, seatId: SeatId, boardId: BoardId, given: readonly CardId[]): Boards {
  const own: Own = boards.own[seatId] ?? { alone: {}, dots: {} };
  const dots = given.length > 0 ? withEntry(own.dots, boardId, given) : without(own.dots, boardId);
  return { ...boards, own: withEntry(boards.own, seatId, { ...own, dots }) };
}

function counted(boards: Boards, boardId: BoardId, cardIds: readonly CardId[]): Boards {
  const board = boards.boards[boardId];
  if (!board) return boards;
  const votesFor = (cardId: CardId) =>
    entries(boards.own).filter(([, { dots }]) => dots[boardId]?.includes(cardId)).length;
  const cards = cardIds.reduce((soFar, cardId) => {
    const card = soFar[cardId];
    return card ? withEntry(soFar, cardId, { ...card, votes: votesFor(cardId) }) : soFar;
  }, board.cards);
  return { ...boards, boards: withEntry(boards.boards, boardId, { ...board, cards }) };
}
