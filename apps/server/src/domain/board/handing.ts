import type { CardId, HandOver, TakeBackCard } from '@werkraum/protocol';
import type { Seat } from '../people/people.ts';
import { accept, type Decision, reject, type Session } from '../session.ts';
import { cardAt, type Desk, handingDesk } from './access.ts';
import { type BoardSpot, columnsIn } from './boards.ts';

/** Whether the plenary sees this card. */
export const isOnWall = ({ board: { wall } }: Session, { roomId }: BoardSpot, cardId: CardId): boolean =>
  roomId !== undefined && wall[roomId]?.[cardId] !== undefined;

type Wanted = HandOver['cards'][number];

/** Hands cards over as the sender saw them; one that says something else meanwhile stops the whole [BO-13]. */
export function handOver(session: Session, { boardId, cards }: HandOver, seat: Seat, now: number): Decision {
  const desk = handingDesk(session, seat, boardId);
  if (typeof desk === 'string') return reject(desk);
  const found = cards.map((wanted) => ({ wanted, card: cardAt(session, desk, wanted.cardId) }));
  if (found.some(({ card }) => !card)) return reject('no-such-card');
  if (found.some(({ wanted, card }) => card?.version !== wanted.version)) return reject('card-changed-meanwhile');
  const news = cards.filter((wanted) => !isThere(session, desk, wanted));
  if (news.length === 0) return accept();
  const handed = news.flatMap(({ cardId }) => {
    const column = columnFor(session, desk, cardId);
    return column ? [{ cardId, column }] : [];
  });
  return accept({ type: 'cards-handed-over', boardId, cards: handed, by: seat.id, at: now });
}

const isThere = ({ board: { wall } }: Session, { spot: { roomId } }: Desk, { cardId, version }: Wanted): boolean =>
  roomId !== undefined && wall[roomId]?.[cardId]?.card.version === version;

function columnFor(session: Session, desk: Desk, cardId: CardId) {
  const columns = columnsIn(session.agenda.phases, desk.spot.phaseId);
  const card = cardAt(session, desk, cardId);
  return columns.find(({ id }) => id === card?.column) ?? columns[0];
}

/** Takes a card off the plenary's wall; it stays on its table's board. */
export function takeBack(session: Session, { boardId, cardId }: TakeBackCard, seat: Seat): Decision {
  const desk = handingDesk(session, seat, boardId);
  if (typeof desk === 'string') return reject(desk);
  if (!isOnWall(session, desk.spot, cardId)) return accept();
  return accept({ type: 'card-taken-back', boardId, cardId, by: seat.id });
}
