import type { Seat } from '../people/people.ts';
import { seatsOf } from '../seats.ts';
import type { Session } from '../session.ts';

/** Everybody whose speaking could have been measured: admitted, and here at least once [BA-12]. */
export const whoCame = (session: Session): Seat[] =>
  seatsOf(session).filter(({ admission, presence }) => admission === 'admitted' && presence !== 'expected');

/** How many of them have not agreed that speaking times are kept; silence is a no. */
export const notAgreed = (session: Session): number =>
  whoCame(session).filter(({ id }) => session.balance.consents[id] !== true).length;
