import type { Rejection, RoomId, SeatId } from '@werkraum/protocol';
import { placeOf } from '../places.ts';
import { isHere, seatOf, seatOfActor, seatsOf } from '../seats.ts';
import type { Actor, Session } from '../session.ts';
import type { Turn } from './turns.ts';

/** Who paces the tables: a timekeeper who is here, or each table itself (TU-25). Facilitators may always, and change nothing about it. */
export function pacedBy(session: Session): 'staff' | 'table' {
  const timekept = seatsOf(session).some((seat) => seat.role === 'timekeeper' && isHere(seat));
  return timekept ? 'staff' : 'table';
}

/** Why this actor may not do this to this turn; undefined: they may (TU-24, TU-25, TU-26). */
export function pacingRefusal(
  session: Session,
  actor: Actor,
  turn: Turn,
  roomId: RoomId,
  type:
    | 'start-turn'
    | 'pause-turn'
    | 'resume-turn'
    | 'extend-turn'
    | 'end-turn'
    | 'skip-turn'
    | 'postpone-turn'
    | 'pass-turn',
): Rejection | undefined {
  const seat = seatOfActor(session, actor);
  if (seat?.admission !== 'admitted') return 'not-admitted';
  if (type === 'pass-turn') return turn.seatId === seat.id ? undefined : 'not-your-turn';
  const speakers = type === 'end-turn' || type === 'postpone-turn';
  if (speakers && turn.seatId === seat.id) return undefined;
  if (seat.role === 'facilitator' || seat.role === 'timekeeper') return undefined;
  if (placeOf(session, seat.id) !== roomId) return 'not-at-this-table';
  if (pacedBy(session) === 'table') return undefined;
  return speakers ? 'not-your-turn' : 'staff-only';
}

/** Whether a person is connected and at this table: only then their turn can begin. */
export const isAtTable = (session: Session, seatId: SeatId, roomId: RoomId): boolean =>
  isHere(seatOf(session, seatId)) && placeOf(session, seatId) === roomId;

/** Whether a person is connected but has not walked to their table yet (TU-11). */
export const isOnTheWay = (session: Session, seatId: SeatId): boolean =>
  isHere(seatOf(session, seatId)) && session.breakouts.open?.state === 'gathering';
