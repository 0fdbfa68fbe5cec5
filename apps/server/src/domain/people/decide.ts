import {
  type AdmitPerson,
  type ChangeRole,
  type ErasePerson,
  type Instant,
  type InvitePerson,
  type ReissueLink,
  type RemovePerson,
  readAs,
  type SeatId,
  type SetAdmission,
} from '@werkraum/protocol';
import { gatheringOver } from '../breakouts/gathering.ts';
import { arriveAtTable, leaveTables } from '../breakouts/seating.ts';
import { assertNever, values, withEntry } from '../records.ts';
import { seatOfActor, seatsOf } from '../seats.ts';
import { accept, type Context, type Decision, type Fact, type HouseCommand, reject, type Session } from '../session.ts';
import { decksOf } from '../slides/decks.ts';
import { joinVoices, leaveVoices } from '../turns/voices.ts';
import { admit, admitWaiting, isWaiting, walksIn } from './admission.ts';
import type { Seat } from './people.ts';

/** More people than this are not one workshop. */
const MAX_SEATS = 500;

type House<Type extends HouseCommand['type']> = Extract<HouseCommand, { type: Type }>;

export type PeopleCommand =
  | InvitePerson
  | ReissueLink
  | AdmitPerson
  | { type: 'admit-everyone' }
  | SetAdmission
  | RemovePerson
  | ErasePerson
  | ChangeRole
  | House<'knock' | 'issue-link' | 'arrive' | 'leave' | 'finish-erasure'>;

/** Dispatches a command about people. Roles were checked before (`permissions.ts`). */
export function decidePeople(session: Session, command: PeopleCommand, context: Context): Decision {
  switch (command.type) {
    case 'invite-person':
      return invite(session, command);
    case 'issue-link':
      return session.people.seats[command.seatId] ? reissueLink(session, command) : invite(session, command);
    case 'reissue-link':
      return reissueLink(session, command);
    case 'knock':
      return knock(session, command);
    case 'arrive':
      return arrive(session, command.seatId, context);
    case 'leave':
      return leave(session, command.seatId, context);
    case 'admit-person':
      return admitPerson(session, command.seatId);
    case 'admit-everyone':
      return accept(...admit(session, seatsOf(session).filter(isWaiting)));
    case 'set-admission':
      return setAdmission(session, command);
    case 'remove-person':
      return removePerson(session, command.seatId, context);
    case 'erase-person':
      return erasePerson(session, command, context);
    case 'finish-erasure':
      return finishErasure(session, command.seatId);
    case 'change-role':
      return changeRole(session, command);
    default:
      return assertNever(command);
  }
}

function invite(session: Session, { seatId, name, role, linkHash }: InvitePerson | House<'issue-link'>): Decision {
  const seat = session.people.seats[seatId];
  if (seat) return seat.linkHash === linkHash ? accept() : reject('seat-exists');
  if (values(session.people.seats).length >= MAX_SEATS) return reject('session-full');
  if (isTaken(session, name)) return reject('name-taken');
  return accept({ type: 'seat-invited', seatId, name, role, linkHash });
}

function knock(session: Session, { seatId, name, linkHash }: House<'knock'>): Decision {
  if (session.status === 'ended') return reject('session-already-ended');
  const seat = session.people.seats[seatId];
  if (seat) return seat.linkHash === linkHash ? accept() : reject('seat-exists');
  if (values(session.people.seats).length >= MAX_SEATS) return reject('session-full');
  if (isTaken(session, name)) return reject('name-taken');
  return accept({ type: 'seat-knocked', seatId, name, linkHash });
}

function reissueLink(session: Session, { seatId, linkHash }: ReissueLink | House<'issue-link'>): Decision {
  const seat = session.people.seats[seatId];
  if (!seat) return reject('no-such-person');
  if (seat.admission === 'removed') return reject('person-removed');
  return seat.linkHash === linkHash ? accept() : accept({ type: 'link-reissued', seatId, linkHash });
}

function arrive(session: Session, seatId: SeatId, { now }: Context): Decision {
  const seat = session.people.seats[seatId];
  if (!seat) return reject('no-such-person');
  if (seat.admission === 'removed') return reject('person-removed');
  const arrived: Fact[] = seat.presence === 'here' ? [] : [{ type: 'seat-arrived', seatId }];
  const here: Seat = { ...seat, presence: 'here' };
  if (seat.admission === 'admitted')
    return accept(...arrived, ...arriveAtTable(session, here), ...joinVoices(session, here));
  if (walksIn(session, seat)) return accept(...arrived, ...admit(session, [here]));
  if (seat.admission === 'waiting') return accept(...arrived);
  return accept(...arrived, { type: 'seat-waiting', seatId, since: now });
}

// Whoever is gone is no longer waited for.
function leave(session: Session, seatId: SeatId, { now }: Context): Decision {
  const { people } = session;
  const seat = people.seats[seatId];
  if (seat?.presence !== 'here') return accept();
  const away: Seat = { ...seat, presence: 'away' };
  const others = { ...session, people: { ...people, seats: withEntry(people.seats, seatId, away) } };
  return accept({ type: 'seat-left', seatId }, ...gatheringOver(others, now));
}

function admitPerson(session: Session, seatId: SeatId): Decision {
  const seat = session.people.seats[seatId];
  if (!seat) return reject('no-such-person');
  if (seat.admission === 'removed') return reject('person-removed');
  return seat.admission === 'admitted' ? accept() : accept(...admit(session, [seat]));
}

function setAdmission(session: Session, { invited }: SetAdmission): Decision {
  if (session.people.admission === invited) return accept();
  const after = { ...session, people: { ...session.people, admission: invited } };
  return accept({ type: 'admission-set', invited }, ...admitWaiting(after));
}

function removePerson(session: Session, seatId: SeatId, { now }: Context): Decision {
  const seat = session.people.seats[seatId];
  if (!seat) return reject('no-such-person');
  if (seat.admission === 'removed') return accept();
  if (isLastFacilitator(session, seat)) return reject('last-facilitator');
  return accept(...factsOfRemoval(session, seatId, now));
}

function factsOfRemoval(session: Session, seatId: SeatId, now: Instant): Fact[] {
  const word: Fact[] = session.stage.words[seatId] === undefined ? [] : [{ type: 'word-taken', seatId }];
  const hand: Fact[] = session.stage.hands[seatId] === undefined ? [] : [{ type: 'hand-lowered', seatId }];
  const gone = [...leaveTables(session, seatId, now), ...leaveVoices(session, seatId, now)];
  return [...gone, ...word, ...hand, { type: 'seat-removed', seatId }];
}

// Whoever is erased is out first, as if removed: what they left behind is taken out of the log once this is in it [KE-18].
function erasePerson(session: Session, { seatId: named }: ErasePerson, { actor, now }: Context): Decision {
  const asking = seatOfActor(session, actor);
  const seatId = named ?? asking?.id;
  const seat = seatId && session.people.seats[seatId];
  if (!seatId || !seat) return reject('no-such-person');
  if (asking && asking.id !== seatId && asking.role !== 'facilitator') return reject('only-yourself');
  if (seat.erasure) return accept();
  if (session.status !== 'ended' && isLastFacilitator(session, seat)) return reject('last-facilitator');
  const decks = decksOf(session, seatId).map(({ id: deckId }): Fact => ({ type: 'deck-removed', deckId, by: seatId }));
  const out = seat.admission === 'removed' ? [] : factsOfRemoval(session, seatId, now);
  const by = asking?.id ?? ('house' as const);
  return accept(...out, ...decks, { type: 'erasure-asked', seatId, by, at: now });
}

const finishErasure = ({ people }: Session, seatId: SeatId): Decision =>
  people.seats[seatId]?.erasure === 'asked' ? accept({ type: 'person-erased', seatId }) : accept();

function changeRole(session: Session, { seatId, role }: ChangeRole): Decision {
  const seat = session.people.seats[seatId];
  if (!seat) return reject('no-such-person');
  if (seat.admission === 'removed') return reject('person-removed');
  if (seat.role === role) return accept();
  if (isLastFacilitator(session, seat)) return reject('last-facilitator');
  return accept({ type: 'role-changed', seatId, role });
}

const isLastFacilitator = (session: Session, { id, role }: Seat): boolean =>
  role === 'facilitator' && !seatsOf(session).some((other) => other.role === 'facilitator' && other.id !== id);

const isTaken = (session: Session, name: string): boolean =>
  seatsOf(session).some((seat) => readAs(seat.name) === readAs(name));
