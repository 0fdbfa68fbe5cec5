import type { SeatId } from '@werkraum/protocol';
import { eraseAnnouncements } from './announcements/erase.ts';
import { eraseBoard } from './board/erase.ts';
import { eraseBooklet } from './booklet/erase.ts';
import { eraseChat } from './chat/erase.ts';
import { eraseFacilitating } from './facilitating/erase.ts';
import { eraseNotes } from './notes/erase.ts';
import { eraseParking } from './parking/erase.ts';
import { erasePeople } from './people/erase.ts';
import { erasePolls } from './polls/erase.ts';
import { erasePrep } from './prep/erase.ts';
import { eraseQuestions } from './questions/erase.ts';
import { eraseReferences } from './references/erase.ts';
import type { Fact } from './session.ts';
import { eraseSlides } from './slides/erase.ts';

/**
 * A fact without what one person wrote, called themselves or was given to enter with; the very same fact where nothing of
 * theirs stands in it, undefined where nothing is left of it. The log must fold without it as well. Who is meant by an id remains:
 * without the name it says nothing of anybody [KE-20].
 */
export function eraseFrom(fact: Fact, seatId: SeatId): Fact | undefined {
  switch (fact.type) {
    case 'seat-invited':
    case 'seat-knocked':
    case 'link-reissued':
      return erasePeople(fact, seatId);
    case 'announced':
      return eraseAnnouncements(fact, seatId);
    case 'question-asked':
      return eraseQuestions(fact, seatId);
    case 'notes-set':
      return eraseFacilitating(fact, seatId);
    case 'parked':
    case 'parked-reworded':
      return eraseParking(fact, seatId);
    case 'reference-added':
    case 'reference-changed':
      return eraseReferences(fact, seatId);
    case 'poll-prepared':
    case 'voted':
      return erasePolls(fact, seatId);
    case 'question-answered':
      return erasePrep(fact, seatId);
    case 'deck-added':
      return eraseSlides(fact, seatId);
    case 'notes-handed-over':
      return eraseNotes(fact, seatId);
    case 'card-added':
    case 'card-edited':
    case 'card-tagged':
      return eraseBoard(fact, seatId);
    case 'booklet-edited':
      return eraseBooklet(fact, seatId);
    default:
      return fact;
  }
}
