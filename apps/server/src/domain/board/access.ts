import type { BoardId, CardId, Rejection } from '@werkraum/protocol';
import { sitAt } from '../breakouts/former.ts';
import type { Seat } from '../people/people.ts';
import { placeOf } from '../places.ts';
import { entries } from '../records.ts';
import { runningPhase } from '../seats.ts';
import type { Session } from '../session.ts';
import type { Board, Card } from './board.ts';
import { type BoardSpot, emptyBoard, spotOf } from './boards.ts';

/** A board somebody works at, as they see it. */
export interface Desk {
  spot: BoardSpot;
  board: Board;
  seat: Seat;
  /** A facilitator who visits: at the table, but not of it. */
  isVisitor: boolean;
}

/** The board, if this seat works at it now [BO-2]: its table's while it is open, the plenary's while its phase runs. */
export function deskOf(session: Session, seat: Seat, boardId: BoardId): Desk | Rejection {
  const spot = spotOf(session, boardId);
  if (!spot) return 'no-such-board';
  const { open } = session.breakouts;
  const place = placeOf(session, seat.id);
  if (spot.roomId !== undefined) {
    if (open?.phaseId !== spot.phaseId || open.practice) return 'tables-not-open';
    if (place !== spot.roomId) return 'not-at-this-table';
  } else if (runningPhase(session)?.id !== spot.phaseId || place !== 'plenary') return 'phase-already-ended';
  return { spot, seat, board: session.board.boards[boardId] ?? emptyBoard, isVisitor: open?.visits[seat.id] === place };
}

/** The table's board, if this seat may hand over from it [BO-12]: who sits there, and later who sat there to the end. */
export function handingDesk(session: Session, seat: Seat, boardId: BoardId): Desk | Rejection {
  const spot = spotOf(session, boardId);
  if (!spot?.roomId) return 'no-such-board';
  const { open } = session.breakouts;
  const inUse = open?.phaseId === spot.phaseId && !open.practice;
  const desk = inUse ? deskOf(session, seat, boardId) : undefined;
  if (typeof desk === 'string') return desk;
  if (desk) return desk.isVisitor ? 'not-at-this-table' : desk;
  if (!sitAt(session.breakouts, seat.id, spot.roomId)) return 'not-at-this-table';
  return { spot, seat, board: session.board.boards[boardId] ?? emptyBoard, isVisitor: false };
}

/** A card as this person has it before them: on the board, or their own that is not shown yet. Erased ones are none. */
export function cardAt({ board: { own } }: Session, { board, seat, spot }: Desk, cardId: CardId): Card | undefined {
  const card = board.cards[cardId] ?? own[seat.id]?.alone[spot.boardId]?.[cardId];
  return card?.text === '' ? undefined : card;
}

/** Every card on a board counts, those inside others and those nobody else sees included. */
export const cardCount = ({ cards, alone }: Board): number =>
  entries(cards).reduce((sum, [, { merged = {} }]) => sum + 1 + entries(merged).length, entries(alone).length);

/** Whether a board has, or has inside another, a card of this id. */
export const hasCard = ({ cards, alone }: Board, cardId: CardId): boolean =>
  cards[cardId] !== undefined ||
  alone[cardId] !== undefined ||
  entries(cards).some(([, { merged }]) => merged?.[cardId] !== undefined);
