import type { Breakouts } from '../breakouts/breakouts.ts';
import { evolveBreakouts } from '../breakouts/evolve.ts';
import { arriveAtTable } from '../breakouts/seating.ts';
import { withEntry } from '../records.ts';
import { seatsOf } from '../seats.ts';
import type { Fact, Session } from '../session.ts';
import { joinVoices } from '../turns/voices.ts';
import type { Seat } from './people.ts';

/** Everybody at the door who need not wait any longer, admitted: called when the doors open or admission becomes automatic. */
export const admitWaiting = (session: Session): Fact[] =>
  admit(
    session,
    seatsOf(session).filter((seat) => isWaiting(seat) && walksIn(session, seat)),
  );

/** The facts that let these seats in, and to a table if a round is open; each one sees where those before went. */
export function admit(session: Session, seats: readonly Seat[]): Fact[] {
  const admitted = ({ id }: Seat): Fact => ({ type: 'seat-admitted', seatId: id });
  if (!session.breakouts.open) return seats.flatMap((seat) => [admitted(seat), ...joinVoices(session, seat)]);
  const facts: Fact[] = [];
  let seen = session;
  for (const seat of seats) {
    const inside: Seat = { ...seat, admission: 'admitted' };
    const placed = arriveAtTable(seen, inside);
    facts.push(admitted(seat), ...placed);
    seen = {
      ...seen,
      people: { ...seen.people, seats: withEntry(seen.people.seats, seat.id, inside) },
      breakouts: placed.reduce(seated, seen.breakouts),
    };
  }
  return facts;
}

const seated = (breakouts: Breakouts, fact: Fact): Breakouts =>
  fact.type === 'seat-assigned' ? evolveBreakouts(breakouts, fact) : breakouts;

export const isWaiting = (seat: Seat): boolean => seat.admission === 'waiting';

/** Facilitators always, invited people once the doors are open; everybody else waits to be admitted [PE-4]. */
export const walksIn = ({ status, people }: Session, { role, invited }: Seat): boolean =>
  role === 'facilitator' || (invited && people.admission === 'automatic' && status !== 'draft');
