import { arriveAtTable } from '../breakouts/seating.ts';
import { seatsOf } from '../seats.ts';
import type { Fact, Session } from '../session.ts';
import type { Seat } from './people.ts';

/** Everybody at the door who need not wait any longer, admitted: called when the doors open or admission becomes automatic. */
export const admitWaiting = (session: Session): Fact[] =>
  admit(
    session,
    seatsOf(session).filter((seat) => isWaiting(seat) && walksIn(session, seat)),
  );

/** The facts that let these seats in, and to a table if a round is open. */
export function admit(session: Session, seats: readonly Seat[]): Fact[] {
  const facts: Fact[] = seats.map(({ id }) => ({ type: 'seat-admitted', seatId: id }));
  let seen = session;
  for (const seat of seats) {
    const placed = arriveAtTable(seen, { ...seat, admission: 'admitted' });
    facts.push(...placed);
    seen = withSeating(seen, placed);
  }
  return facts;
}

// So that two who are admitted together do not both take the same last chair.
function withSeating(session: Session, facts: readonly Fact[]): Session {
  const { open, rounds } = session.breakouts;
  const round = open && rounds[open.phaseId];
  if (!round) return session;
  const seats = { ...round.seats };
  for (const fact of facts) if (fact.type === 'seat-assigned') seats[fact.seatId] = fact.roomId;
  return { ...session, breakouts: { open, rounds: { ...rounds, [open.phaseId]: { ...round, seats } } } };
}

export const isWaiting = (seat: Seat): boolean => seat.admission === 'waiting';

/** Facilitators always, invited people once the doors are open; everybody else waits to be admitted [PE-4]. */
export const walksIn = ({ status, people }: Session, { role, invited }: Seat): boolean =>
  role === 'facilitator' || (invited && people.admission === 'automatic' && status !== 'draft');
