import type { Rejection, RoomId, SeatId } from '@werkraum/protocol';
import type { Seat } from '../people/people.ts';
import { placeOf } from '../places.ts';
import { values } from '../records.ts';
import type { Actor, Session } from '../session.ts';
import type { Turn } from './turns.ts';

/** Who paces the tables: a timekeeper who is here, or each table itself (TU-25). Facilitators may always, and change nothing about it. */
export function pacedBy(session: Session): 'staff' | 'table' {
  const timekept = values(session.people.seats).some((seat) => seat.role === 'timekeeper' && isHere(seat));
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
  const seat = actor.kind === 'seat' ? session.people.seats[actor.seatId] : undefined;
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
export function isAtTable(session: Session, seatId: SeatId, roomId: RoomId): boolean {
  const seat = session.people.seats[seatId];
  return seat !== undefined && isHere(seat) && placeOf(session, seatId) === roomId;
}

/** Whether a person is connected but has not walked to their table yet (TU-11). */
export function isOnTheWay(session: Session, seatId: SeatId): boolean {
  const seat = session.people.seats[seatId];
  return seat !== undefined && isHere(seat) && session.breakouts.open?.state === 'gathering';
}

const isHere = (seat: Seat): boolean => seat.presence === 'here' && seat.admission === 'admitted';
