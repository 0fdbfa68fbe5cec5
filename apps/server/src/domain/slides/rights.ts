import type { Place, SeatId } from '@werkraum/protocol';
import type { Seat } from '../people/people.ts';
import { placeIn, placeOf } from '../places.ts';
import { isHere, seatOf } from '../seats.ts';
import type { Session } from '../session.ts';
import { publishIn } from '../stage/publish.ts';
import { type Standing, standingOf } from '../standing.ts';
import type { Showing } from './slides.ts';

/**
 * Whether somebody may show slides where they are, as far as it depends on themselves [SL-2] [SL-3]: in the plenary
 * facilitators and whoever may share a screen there, at a table whoever sits there.
 */
export const mayShowIn = (standing: Standing): boolean =>
  publishIn(standing).screen || (standing.seat.role === 'facilitator' && placeIn(standing) === 'plenary');

/** Whether somebody may show slides where they are now: while a turn runs at a table, nobody but its speaker [SL-3]. */
export function mayShow(session: Session, seat: Seat): boolean {
  const standing = standingOf(session, seat);
  const speaker = speakerAt(session, placeIn(standing));
  return mayShowIn(standing) && (speaker === undefined || speaker === seat.id);
}

/** Whether somebody may put other slides in the place of those shown [SL-5]. They may show here, which was asked before. */
export const mayReplace = (session: Session, seat: Seat, showing: Showing): boolean =>
  maySteer(seat, showing) || speakerAt(session, showing.place) === seat.id || !isPresenterThere(session, showing);

/** The presenter turns the pages, and whoever the slides were handed to [SL-6]. */
export const mayTurn = ({ id }: Seat, { presenter, turner }: Showing): boolean => id === presenter || id === turner;

/** Who may hide slides and hand them on [SL-7] [SL-8]. */
export const maySteer = (seat: Seat, showing: Showing): boolean =>
  mayTurn(seat, showing) || seat.role === 'facilitator';

export const isPresenterThere = (session: Session, { presenter, place }: Showing): boolean =>
  isHere(seatOf(session, presenter)) && placeOf(session, presenter) === place;

/** Whose turn it is at a table. */
function speakerAt({ turns: { queues } }: Session, place: Place): SeatId | undefined {
  const queue = place === 'plenary' || place === 'lobby' ? undefined : queues[place];
  return queue?.running && queue.turns[queue.running.turnId]?.seatId;
}
