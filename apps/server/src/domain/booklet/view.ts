import type { SeatBookletView } from '@werkraum/protocol';
import type { Seat } from '../people/people.ts';
import { facilitates, isLetIn } from '../seats.ts';
import type { Session } from '../session.ts';
import type { Standing } from '../standing.ts';

/** What somebody is told of the booklet in the room: their own answer, and whether there is something to open. */
export function seatBookletView({ isListed, seat, situation }: Standing): SeatBookletView {
  return { listed: isListed, readable: seat.role === 'facilitator' || situation.isBookletPublished };
}

/**
 * Whether somebody with a personal link may open the booklet [BK-2]. Who was invited and could not come may read it too;
 * who knocked at the door and was never let in, or was removed, may not.
 */
export const mayReadBooklet = ({ booklet }: Session, seat: Seat): boolean =>
  facilitates(seat) || (isLetIn(seat) && booklet.publishedAt !== undefined);
