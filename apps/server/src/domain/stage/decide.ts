import type { GiveWord, LowerHand, MuteSeat, RaiseHand, SeatId, TakeWord } from '@werkraum/protocol';
import type { Seat } from '../people/people.ts';
import { placeOf } from '../places.ts';
import { assertNever } from '../records.ts';
import { seatOfActor } from '../seats.ts';
import { accept, type Context, type Decision, reject, type Session } from '../session.ts';

export type StageCommand = RaiseHand | LowerHand | GiveWord | TakeWord | MuteSeat;

/** Decides a command about hands, the word or somebody's microphone (docs/spec/stage.md). */
export function decideStage(session: Session, command: StageCommand, context: Context): Decision {
  const seat = seatOfActor(session, context.actor);
  if (seat?.admission !== 'admitted') return reject('not-admitted');
  switch (command.type) {
    case 'raise-hand':
      return raiseHand(session, seat, context);
    case 'lower-hand':
      return lowerHand(session, seat, command.seatId ?? seat.id);
    case 'give-word':
      return giveWord(session, seat, command.seatId, context);
    case 'take-word':
      return takeWord(session, seat, command.seatId);
    case 'mute-seat':
      return muteSeat(session, seat, command.seatId);
    default:
      return assertNever(command);
  }
}

function raiseHand(session: Session, seat: Seat, { now }: Context): Decision {
  const place = placeOf(session, seat.id);
  if (place === 'lobby') return reject('hands-not-here');
  if (session.stage.hands[seat.id]?.place === place) return accept();
  return accept({ type: 'hand-raised', seatId: seat.id, place, at: now });
}

function lowerHand(session: Session, seat: Seat, seatId: SeatId): Decision {
  const own = seatId === seat.id;
  if (!own && seat.role !== 'facilitator') return reject('not-your-hand');
  const hand = session.stage.hands[seatId];
  if (!hand) return accept();
  if (!own && hand.place !== placeOf(session, seat.id)) return reject('hands-not-here');
  return accept({ type: 'hand-lowered', seatId });
}

function giveWord(session: Session, seat: Seat, seatId: SeatId, { now }: Context): Decision {
  if (seat.role !== 'facilitator') return reject('facilitator-only');
  const person = session.people.seats[seatId];
  if (!person) return reject('no-such-person');
  if (person.presence !== 'here' || placeOf(session, seatId) !== 'plenary') return reject('person-not-here');
  const hand = session.stage.hands[seatId];
  return accept(
    ...(seatId in session.stage.words ? [] : [{ type: 'word-given', seatId, at: now } as const]),
    ...(hand ? [{ type: 'hand-lowered', seatId } as const] : []),
  );
}

function takeWord(session: Session, seat: Seat, seatId: SeatId): Decision {
  if (seat.role !== 'facilitator') return reject('facilitator-only');
  if (!(seatId in session.stage.words)) return reject('word-not-given');
  return accept({ type: 'word-taken', seatId });
}

function muteSeat(session: Session, seat: Seat, seatId: SeatId): Decision {
  if (seat.role !== 'facilitator') return reject('facilitator-only');
  const person = session.people.seats[seatId];
  if (!person) return reject('no-such-person');
  const place = placeOf(session, seatId);
  if (person.presence !== 'here' || place === 'lobby') return reject('person-not-here');
  if (place !== placeOf(session, seat.id)) return reject(place === 'plenary' ? 'person-not-here' : 'not-at-this-table');
  return accept({ type: 'seat-muted', seatId });
}
