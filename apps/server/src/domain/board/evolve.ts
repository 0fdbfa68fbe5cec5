import type { RoomId, SeatId } from '@werkraum/protocol';
import type { BroughtResults } from '../follow-up/brought.ts';
import { assertNever, entries, withEntry, without } from '../records.ts';
import type { Board, BoardFact, Boards } from './board.ts';
import { evolveCards, isCardFact, shown, withBoard } from './evolve-cards.ts';
import { laid } from './laying.ts';

export const noBoards: Boards = { boards: {}, own: {}, dots: {}, wall: {}, brought: {} };

/** Folds one fact about boards. `along`: what came along from the workshop before. A fact about a card that is not there is a corrupt log. */
export function evolveBoard(boards: Boards, fact: BoardFact, along?: BroughtResults): Boards {
  if (isCardFact(fact)) return evolveCards(boards, fact);
  switch (fact.type) {
    case 'writing-set':
      return writingSet(boards, fact);
    case 'dots-set':
      return { ...boards, dots: withEntry(boards.dots, fact.phaseId, fact.each) };
    case 'cards-handed-over':
      return handedOver(boards, fact);
    case 'card-taken-back':
      return takenBack(boards, fact);
    case 'cards-brought':
      return { ...boards, brought: withEntry(boards.brought, fact.phaseId, fact.cards) };
    case 'cards-laid':
      return laid(boards, fact, along);
    case 'report-started': {
      const { phaseId, roomId, at } = fact;
      return { ...boards, report: { phaseId, roomId, at } };
    }
    case 'report-ended':
      return withoutReport(boards);
    default:
      return assertNever(fact);
  }
}

/** A new phase has begun, or the session is over: nobody reports any more. */
export function withoutReport(boards: Boards): Boards {
  if (!boards.report) return boards;
  const { report: _over, ...rest } = boards;
  return rest;
}

/** Somebody was removed: what they had not shown goes with them. */
export function withoutOwner(boards: Boards, seatId: SeatId): Boards {
  if (!boards.own[seatId]) return boards;
  const kept = entries(boards.boards).map(([id, board]) => [id, withoutAloneOf(board, seatId)]);
  return { ...boards, own: without(boards.own, seatId), boards: Object.fromEntries(kept) };
}

function withoutAloneOf(board: Board, seatId: SeatId): Board {
  const others = entries(board.alone).filter(([, owner]) => owner !== seatId);
  return others.length === entries(board.alone).length ? board : { ...board, alone: Object.fromEntries(others) };
}

type Of<Type extends BoardFact['type']> = Extract<BoardFact, { type: Type }>;

const writingSet = (boards: Boards, { boardId, mode }: Of<'writing-set'>): Boards =>
  withBoard(mode === 'together' ? shown(boards, boardId) : boards, boardId, { writing: mode });

function handedOver(boards: Boards, { boardId, cards, by, at }: Of<'cards-handed-over'>): Boards {
  const roomId = boardId as string as RoomId;
  const ids = new Set(cards.map(({ cardId }) => cardId));
  const after = shown(boards, boardId, (cardId) => ids.has(cardId));
  const now = cards.map(({ cardId, column }) => {
    const card = after.boards[boardId]?.cards[cardId];
    if (!card) throw new Error(`no card ${cardId}`);
    return [cardId, { card, column, by, at }] as const;
  });
  return { ...after, wall: withEntry(after.wall, roomId, { ...after.wall[roomId], ...Object.fromEntries(now) }) };
}

function takenBack(boards: Boards, { boardId, cardId }: Of<'card-taken-back'>): Boards {
  const roomId = boardId as string as RoomId;
  return { ...boards, wall: withEntry(boards.wall, roomId, without(boards.wall[roomId] ?? {}, cardId)) };
}
