import type { ChooseTable, Instant, RoomId } from '@werkraum/protocol';
import type { Seat } from '../people/people.ts';
import { ids } from '../records.ts';
import { isHere, seatOf, seatsOf, takesPart } from '../seats.ts';
import { accept, type Decision, type Fact, reject, type Session } from '../session.ts';
import { leaveQueue } from '../turns/next.ts';
import { appendTurn } from '../turns/queue.ts';
import type { OpenRound, Round } from './breakouts.ts';
import { headcountOf, type Seats, tablesFor } from './grouping.ts';
import { everybodySeated } from './seating.ts';

/** How many may sit at one table where people choose: the round's limit, else an even share of who is here [BR-15]. */
export function mostAtTable(session: Session, { sizes, tables }: Pick<Round, 'sizes' | 'tables'>): number {
  if (sizes) return sizes.most;
  const here = seatsOf(session).filter((seat) => takesPart(seat) && isHere(seat)).length;
  return Math.ceil(here / tablesFor(here, tables.length));
}

/** Somebody takes a chair of their own choice; whoever has gone to their table has chosen for good [BR-15]. */
export function chooseTable(
  session: Session,
  open: OpenRound,
  { phaseId, roomId }: ChooseTable,
  seat: Seat,
  now: Instant,
): Decision {
  const round = session.breakouts.rounds[phaseId];
  if (round?.groups !== 'choose' || !takesPart(seat)) return reject('nothing-to-choose');
  if (open.state !== 'gathering' || open.there[seat.id]) return reject('tables-not-gathering');
  if (!round.tables.some((table) => table.roomId === roomId)) return reject('no-such-table');
  const before = round.seats[seat.id];
  if (before === roomId) return accept();
  const taken = headcountOf(round.seats, (seatId) => isHere(seatOf(session, seatId))).get(roomId) ?? 0;
  if (taken >= mostAtTable(session, round)) return reject('table-full');
  return accept(...moveTo(session, seat.id, before, phaseId, roomId, now));
}

/** Gathering is over: where people chose, whoever is here and has not is seated, and nobody stays alone [BR-9, BR-15]. */
export function seatTheRest(session: Session, { phaseId }: OpenRound, now: Instant): Fact[] {
  const round = session.breakouts.rounds[phaseId];
  if (round?.groups !== 'choose') return [];
  const seats = everybodySeated(session, round, round.seats);
  return ids(seats).flatMap((seatId) => {
    const [before, roomId] = [round.seats[seatId], seats[seatId]];
    return roomId === undefined || roomId === before ? [] : moveTo(session, seatId, before, phaseId, roomId, now);
  });
}

/** Whether somebody who is here still has to choose. */
export const isUndecided = (session: Session, { groups }: Round, seats: Seats): boolean =>
  groups === 'choose' && seatsOf(session).some((seat) => takesPart(seat) && isHere(seat) && !seats[seat.id]);

function moveTo(
  session: Session,
  seatId: Seat['id'],
  before: RoomId | undefined,
  phaseId: OpenRound['phaseId'],
  roomId: RoomId,
  now: Instant,
): Fact[] {
  const { queues } = session.turns;
  return [
    ...(before ? leaveQueue(session, queues[before], seatId, now) : []),
    { type: 'seat-assigned', phaseId, seatId, roomId },
    ...appendTurn(queues[roomId], roomId, seatId),
  ];
}
