import type { Rejection, RoomId, SeatId } from '@werkraum/protocol';
import type { Seat } from '../people/people.ts';
import { placeOf } from '../places.ts';
import { isHere, seatOf, seatOfActor, seatsOf } from '../seats.ts';
import type { Actor, Session } from '../session.ts';
import { PLENARY, type Turn, type TurnQueue } from './turns.ts';

/** Who paces the tables: a timekeeper who is here, or each table itself (TU-25). Facilitators may always, and change nothing about it. */
function pacedBy(session: Session): 'staff' | 'table' {
  const timekept = seatsOf(session).some((seat) => seat.role === 'timekeeper' && isHere(seat));
  return timekept ? 'staff' : 'table';
}

/**
 * Whether every table waits for the beat instead of going on by itself (TU-31). Without anybody who could start one no
 * table waits, so that a broken line cannot leave the tables without a next speaker.
 */
export function waitsForBeat(session: Session, { phaseId }: Pick<TurnQueue, 'phaseId'>): boolean {
  const { pace } = session.turns;
  return pace?.phaseId === phaseId && pace.together && seatsOf(session).some((seat) => isStaff(seat) && isHere(seat));
}

const isStaff = ({ role }: Pick<Seat, 'role'>): boolean => role === 'facilitator' || role === 'timekeeper';

/** Who paces the tables in use, and the number of the beat they wait for, if they do. */
export interface PaceNow {
  pacedBy: 'staff' | 'table';
  beat: number | undefined;
}

/** The same for all tables in use. */
export function paceNow(session: Session): PaceNow {
  const { open } = session.breakouts;
  const { pace } = session.turns;
  const beat = pace && open && waitsForBeat(session, open) ? pace.beats + 1 : undefined;
  return { pacedBy: pacedBy(session), beat };
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
    | 'pass-turn'
    | 'move-turn'
    | 'nudge-speaker',
): Rejection | undefined {
  const seat = seatOfActor(session, actor);
  if (seat?.admission !== 'admitted') return 'not-admitted';
  if (type === 'pass-turn') return turn.seatId === seat.id ? undefined : 'not-your-turn';
  const speakers = type === 'end-turn' || type === 'postpone-turn';
  if (speakers && turn.seatId === seat.id) return undefined;
  if (isStaff(seat)) return undefined;
  if (type === 'nudge-speaker') return 'staff-only';
  // A whole plenary cannot pace itself (TU-38).
  if (roomId === PLENARY) return speakers ? 'not-your-turn' : 'staff-only';
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
