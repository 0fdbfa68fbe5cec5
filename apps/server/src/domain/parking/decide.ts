import type { DropParked, OwnParked, Park, RewordParked, SeatId, SettleParked } from '@werkraum/protocol';
import type { Seat } from '../people/people.ts';
import { assertNever, ids } from '../records.ts';
import { runningPhase, seatOf, seatOfActor } from '../seats.ts';
import { accept, type Context, type Decision, reject, type Session } from '../session.ts';
import type { Parked } from './parking.ts';

export type ParkingCommand = Park | RewordParked | OwnParked | SettleParked | DropParked;

/** So many items a parking lot holds [PK-4]. */
const MOST_PARKED = 200;

/** Decides a command about the parking lot (docs/spec/parking.md). Roles and status were checked before. */
export function decideParking(session: Session, command: ParkingCommand, context: Context): Decision {
  const seat = seatOfActor(session, context.actor);
  if (!seat) return reject('not-admitted');
  if (command.type === 'park') return park(session, command, seat, context);
  const item = session.parking.items[command.parkedId];
  if (!item) return reject('no-such-parked-item');
  return change(session, command, item, seat);
}

function park(session: Session, { parkedId, text, owner }: Park, seat: Seat, { now }: Context): Decision {
  const { items } = session.parking;
  if (items[parkedId]) return accept();
  if (ids(items).length >= MOST_PARKED) return reject('parking-lot-full');
  if (owner && !isIn(session, owner)) return reject('no-such-person');
  const phaseId = runningPhase(session)?.id;
  return accept({
    ...{ type: 'parked', parkedId, text, by: seat.id, owner: owner ?? seat.id, at: now },
    ...(phaseId && { phaseId }),
  });
}

function change(session: Session, command: Exclude<ParkingCommand, Park>, item: Parked, seat: Seat): Decision {
  const { parkedId } = command;
  const by = seat.id;
  switch (command.type) {
    case 'own-parked':
      if (!isIn(session, command.owner)) return reject('no-such-person');
      if (command.owner === item.owner) return accept();
      return accept({ type: 'parked-owned', parkedId, owner: command.owner, by });
    case 'settle-parked':
      if (!isConcerned(item, seat)) return reject('not-your-parked-item');
      if (command.settled === item.settled) return accept();
      return accept({ type: 'parked-settled', parkedId, settled: command.settled, by });
    case 'reword-parked':
      if (!isConcerned(item, seat)) return reject('not-your-parked-item');
      return command.text === item.text
        ? accept()
        : accept({ type: 'parked-reworded', parkedId, text: command.text, by });
    case 'drop-parked':
      return isWriter(item, seat) ? accept({ type: 'parked-dropped', parkedId, by }) : reject('not-your-parked-item');
    default:
      return assertNever(command);
  }
}

const isIn = (session: Session, seatId: SeatId): boolean => seatOf(session, seatId)?.admission === 'admitted';
const isWriter = ({ by }: Parked, { id, role }: Seat): boolean => by === id || role === 'facilitator';
const isConcerned = (item: Parked, seat: Seat): boolean => item.owner === seat.id || isWriter(item, seat);
