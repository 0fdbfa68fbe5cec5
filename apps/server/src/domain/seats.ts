import type { PhaseId, PhasePlan, RoomId, SeatId } from '@werkraum/protocol';
import { roundInUse } from './breakouts/in-use.ts';
import type { Seat } from './people/people.ts';
import { values } from './records.ts';
import type { Actor, Session } from './session.ts';

/** Seats that exist and were not removed. */
export const seatsOf = (session: Session): Seat[] =>
  values(session.people.seats).filter(({ admission }) => admission !== 'removed');

export const seatOf = (session: Session, seatId: SeatId): Seat | undefined => session.people.seats[seatId];

/** The seat an actor speaks for; undefined for the house and for a seat that is gone. */
export const seatOfActor = (session: Session, actor: Actor): Seat | undefined =>
  actor.kind === 'seat' ? seatOf(session, actor.seatId) : undefined;

/** Invited, or let in: who has a place in the workshop. Somebody who knocked waits for that. */
export const isLetIn = (seat: Seat | undefined): boolean =>
  seat !== undefined && seat.admission !== 'removed' && (seat.invited || seat.admission === 'admitted');

/** Who facilitates, also when they were never in the room: they steer what comes after the end [PE-14]. */
export const facilitates = (seat: Seat): boolean => seat.role === 'facilitator' && isLetIn(seat);

/** In the room: admitted and connected. */
export const isHere = (seat: Seat | undefined): boolean => seat?.admission === 'admitted' && seat.presence === 'here';

/** Participants take part in rounds; staff and speakers only when somebody seats them by hand [BR-3]. */
export const takesPart = (seat: Seat): boolean => seat.role === 'participant' && seat.admission !== 'removed';

/** The phase that runs now. */
export const runningPhase = (session: Session): PhasePlan | undefined =>
  session.agenda.running && session.agenda.phases[session.agenda.running.index];

export const indexOfPhase = (session: Session, phaseId: PhaseId): number =>
  session.agenda.phases.findIndex(({ id }) => id === phaseId);

/** The table a seat belongs to in the round that is open now, whether or not it has walked there yet. */
export function tableOf(session: Session, seatId: SeatId): RoomId | undefined {
  return roundInUse(session)?.seats[seatId];
}
