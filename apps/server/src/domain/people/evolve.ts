import { assertNever, withEntry } from '../records.ts';
import type { People, PeopleFact, Seat } from './people.ts';

/** Folds one fact about people. A fact about a seat that never existed is a corrupt log. */
export function evolvePeople(people: People, fact: PeopleFact): People {
  switch (fact.type) {
    case 'seat-invited':
    case 'seat-knocked':
      return { ...people, seats: withEntry(people.seats, fact.seatId, newSeat(fact)) };
    case 'link-reissued':
      return change(people, fact, { linkHash: fact.linkHash });
    case 'seat-arrived':
      return change(people, fact, { presence: 'here' });
    case 'seat-waiting':
      return change(people, fact, { admission: 'waiting', waitingSince: fact.since });
    case 'seat-admitted':
      return change(people, fact, { admission: 'admitted' });
    case 'seat-left':
      return change(people, fact, { presence: 'away' });
    case 'seat-removed':
      return change(people, fact, { admission: 'removed', presence: 'away' });
    case 'erasure-asked':
      return change(people, fact, { erasure: 'asked' });
    case 'person-erased':
      return change(people, fact, { erasure: 'done' });
    case 'role-changed':
      return change(people, fact, { role: fact.role });
    case 'admission-set':
      return { ...people, admission: fact.invited };
    default:
      return assertNever(fact);
  }
}

function newSeat(fact: Extract<PeopleFact, { type: 'seat-invited' | 'seat-knocked' }>): Seat {
  const { seatId: id, name, linkHash } = fact;
  const invited = fact.type === 'seat-invited';
  const role = fact.type === 'seat-invited' ? fact.role : 'participant';
  return { id, name, role, linkHash, invited, admission: 'expected', presence: 'expected' };
}

function change(people: People, { seatId }: { seatId: Seat['id'] }, to: Partial<Seat>): People {
  const seat = people.seats[seatId];
  if (!seat) throw new Error(`no seat ${seatId}`);
  return { ...people, seats: withEntry(people.seats, seatId, { ...seat, ...to }) };
}
