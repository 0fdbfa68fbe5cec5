import type {
  BoardId,
  BoardView,
  CardId,
  ColumnId,
  FormerTableView,
  RoomId,
  RoomView,
  SeatId,
  SeatView,
  SessionView,
  StaffView,
} from '@werkraum/protocol';
import type { Session } from '../session.ts';
import { slices } from '../slices.ts';
import { idOf, minutes, phase, seat, type Workshop } from './workshop.ts';

export const cardId = (name: string) => name as CardId;
export const A = 'round-1-a' as RoomId;
export const B = 'round-1-b' as RoomId;
export const boardOf = (roomId: RoomId) => roomId as string as BoardId;
export const REFLECTION = 'plenary~reflection' as BoardId;

/** A round is seated: who sits at this table. */
export function peopleAt({ session }: Workshop, roomId: RoomId): string[] {
  const seats = session.breakouts.rounds[phase(roomId.slice(0, -2))]?.seats ?? {};
  const there = (Object.keys(seats) as SeatId[]).filter((id) => seats[id] === roomId);
  return there.map((id) => session.people.seats[id]?.name ?? '');
}

export const add = (boardId: BoardId, name: string, column = 'idea', text = `Text of ${name}`) =>
  ({ type: 'add-card', boardId, cardId: cardId(name), column: column as ColumnId, text }) as const;
export const handOver = (boardId: BoardId, ...names: string[]) =>
  ({ type: 'hand-over', boardId, cards: names.map((name) => ({ cardId: cardId(name), version: 0 })) }) as const;

/** Somebody puts cards on a board, one after another. */
export const withCards = (
  workshop: Workshop,
  by: string,
  boardId: BoardId,
  names: readonly string[],
  column = 'idea',
) => names.reduce((soFar, name) => soFar.doing(add(boardId, name, column), seat(by), minutes(2)), workshop);

const view = <View>(session: Session, audience: string): View =>
  slices(session).documents.get(audience as never) as View;
export const roomDoc = (session: Session, roomId: RoomId): RoomView => view(session, `room:${roomId}`);
export const formerDoc = (session: Session, roomId: RoomId): FormerTableView | undefined =>
  view(session, `table:${roomId}`);
export const seatDoc = (session: Session, name: string): SeatView => view(session, `seat:${idOf(name)}`);
export const sessionDoc = (session: Session): SessionView => view(session, 'session');
export const staffDoc = (session: Session): StaffView => view(session, 'staff');

/** The ids of a column's cards from top to bottom, as a client orders them. */
export const order = ({ cards }: BoardView, column: string): string[] =>
  Object.entries(cards)
    .filter(([, card]) => card.column === column)
    .toSorted(([oneId, one], [otherId, other]) => one.rank - other.rank || (oneId < otherId ? -1 : 1))
    .map(([id]) => id);

/** The audiences whose document says this. */
export const saying = (session: Session, text: string): string[] =>
  [...slices(session).documents]
    .filter(([, doc]) => JSON.stringify(doc).includes(text))
    .map(([audience]) => audience)
    .toSorted();
