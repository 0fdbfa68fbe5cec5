import type { Instant, SeatId } from '@werkraum/protocol';
import { ids } from '../records.ts';
import { isHere, seatOf } from '../seats.ts';
import type { Fact, Session } from '../session.ts';
import { isUndecided, seatTheRest } from './choosing.ts';
import { roundInUse } from './in-use.ts';

/** When everybody who is here has gone to their table, nobody is left to wait for [BR-6]. `goes`: who goes there now. */
export function gatheringOver(session: Session, now: Instant, goes?: SeatId): Fact[] {
  const { open } = session.breakouts;
  const round = roundInUse(session);
  if (open?.state !== 'gathering' || !round || isUndecided(session, round, round.seats)) return [];
  const here = ids(round.seats).filter((seatId) => seatId === goes || isHere(seatOf(session, seatId)));
  const waiting = here.some((seatId) => seatId !== goes && !open.there[seatId]);
  if (waiting || here.length === 0) return [];
  return [...seatTheRest(session, open, now), { type: 'everyone-seated', phaseId: open.phaseId }];
}
