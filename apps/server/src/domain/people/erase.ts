import type { LinkHash, SeatId } from '@werkraum/protocol';
import type { PeopleFact } from './people.ts';

/** What everybody is called who was erased. No language has a word for them: screens say what it means. */
const ERASED_NAME = '–';

/** The hash of no secret, so that no link opens the seat. */
const NO_LINK = '0'.repeat(64) as LinkHash;

/** A fact about people without this person's name and links. */
export function erasePeople(fact: PeopleFact, seatId: SeatId): PeopleFact {
  switch (fact.type) {
    case 'seat-invited':
    case 'seat-knocked':
      return fact.seatId === seatId ? { ...fact, name: ERASED_NAME, linkHash: NO_LINK } : fact;
    case 'link-reissued':
      return fact.seatId === seatId ? { ...fact, linkHash: NO_LINK } : fact;
    default:
      return fact;
  }
}
