import type { SeatId } from '@werkraum/protocol';
import { columnNamesBy, eraseAgenda } from './agenda/erase.ts';
import { eraseAnnouncements } from './announcements/erase.ts';
import { eraseBoard, withoutColumnNames } from './board/erase.ts';
import { eraseBooklet } from './booklet/erase.ts';
import { eraseChat } from './chat/erase.ts';
import { eraseFacilitating } from './facilitating/erase.ts';
import { eraseFollowUp } from './follow-up/erase.ts';
import { eraseNotes } from './notes/erase.ts';
import { eraseParking } from './parking/erase.ts';
import { erasePeople } from './people/erase.ts';
import { erasePolls } from './polls/erase.ts';
import { erasePrep } from './prep/erase.ts';
import { eraseQuestions } from './questions/erase.ts';
import { eraseReferences } from './references/erase.ts';
import type { Fact } from './session.ts';
import { eraseSlides } from './slides/erase.ts';
import { eraseSurvey } from './survey/erase.ts';

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
    case 'phase-added':
    case 'phase-changed':
      return eraseAgenda(fact, seatId);
    case 'message-said':
    case 'message-edited':
      return eraseChat(fact, seatId);
    case 'survey-set':
      return eraseSurvey(fact, seatId);
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
    case 'results-brought':
      return eraseFollowUp(fact, seatId);
    case 'booklet-edited':
      return eraseBooklet(fact, seatId);
    default:
      return fact satisfies { type: Wordless };
  }
}

/**
 * Takes one person's words out of a whole log, fact by fact in its order. What they called a column stands once more in the facts of others who
 * handed cards over from it, so what was met is remembered.
 */
export function eraserOf(seatId: SeatId): (fact: Fact) => Fact | undefined {
  const names = new Set<string>();
  return (fact) => {
    if (fact.type === 'phase-added' || fact.type === 'phase-changed')
      for (const name of columnNamesBy(fact, seatId)) names.add(name);
    return fact.type === 'cards-handed-over' ? withoutColumnNames(fact, names) : eraseFrom(fact, seatId);
  };
}

/**
 * Facts in which nobody of the workshop says anything: ids, figures, instants, and the plan, which the organiser wrote. A new fact stands
 * either here or above; it does not compile before that is decided.
 */
type Wordless =
  | 'session-created'
  | 'seat-arrived'
  | 'seat-waiting'
  | 'seat-admitted'
  | 'seat-left'
  | 'erasure-asked'
  | 'person-erased'
  | 'role-changed'
  | 'admission-set'
  | 'seat-removed'
  | 'doors-opened'
  | 'phase-started'
  | 'phase-undone'
  | 'phase-ended'
  | 'phase-paused'
  | 'phase-resumed'
  | 'phase-extended'
  | 'session-ended'
  | 'phase-moved'
  | 'phase-dropped'
  | 'phase-restored'
  | 'agenda-replanned'
  | 'replan-undone'
  | 'tables-set'
  | 'groups-set'
  | 'groups-planned'
  | 'seat-assigned'
  | 'seat-unassigned'
  | 'seat-went-to-table'
  | 'everyone-seated'
  | 'tables-closing'
  | 'tables-kept-open'
  | 'seat-returned'
  | 'table-visited'
  | 'table-left'
  | 'practice-opened'
  | 'help-called'
  | 'help-cleared'
  | 'table-signalled'
  | 'tables-closed'
  | 'tables-opened'
  | 'rotation-accepted'
  | 'seating-rule-added'
  | 'seating-rule-dropped'
  | 'rotation-asked'
  | 'rotation-proposed'
  | 'rotation-dismissed'
  | 'turn-appended'
  | 'turn-dropped'
  | 'inputs-begun'
  | 'inputs-held'
  | 'inputs-resumed'
  | 'turn-started'
  | 'turn-paused'
  | 'turn-resumed'
  | 'turn-extended'
  | 'turn-ended'
  | 'turn-skipped'
  | 'turn-postponed'
  | 'turn-passed'
  | 'turn-absent'
  | 'turn-moved'
  | 'turns-queued'
  | 'voices-ended'
  | 'speaker-nudged'
  | 'pace-set'
  | 'beat-started'
  | 'word-taken'
  | 'hand-raised'
  | 'hand-lowered'
  | 'word-given'
  | 'seat-muted'
  | 'announcement-over'
  | 'announcement-taken-back'
  | 'message-removed'
  | 'chat-closed'
  | 'chat-opened'
  | 'question-upvoted'
  | 'upvote-taken-back'
  | 'question-withdrawn'
  | 'question-taken'
  | 'question-laid-aside'
  | 'question-marked-answered'
  | 'question-reopened'
  | 'question-hidden'
  | 'question-shown'
  | 'hands-ordered'
  | 'consent-answered'
  | 'speaking-times-kept'
  | 'parked-owned'
  | 'parked-settled'
  | 'parked-dropped'
  | 'poll-dropped'
  | 'poll-opened'
  | 'poll-closed'
  | 'poll-shown'
  | 'pulse-given'
  | 'reference-dropped'
  | 'doing-noted'
  | 'card-moved'
  | 'card-removed'
  | 'cards-merged'
  | 'card-split'
  | 'card-voted'
  | 'vote-taken-back'
  | 'writing-set'
  | 'dots-set'
  | 'cards-handed-over'
  | 'card-taken-back'
  | 'cards-brought'
  | 'cards-laid'
  | 'report-started'
  | 'report-ended'
  | 'survey-opened'
  | 'survey-key-named'
  | 'survey-closed'
  | 'survey-counted'
  | 'survey-results-published'
  | 'booklet-edit-undone'
  | 'booklet-published'
  | 'booklet-unpublished'
  | 'naming-answered'
  | 'deck-page-added'
  | 'deck-removed'
  | 'slides-shown'
  | 'page-turned'
  | 'slides-handed'
  | 'slides-hidden'
  | 'notes-handing-asked'
  | 'notes-handing-dropped'
  | 'preparation-opened'
  | 'ready-set'
  | 'answers-shared'
  | 'answers-shown'
  | 'answers-hidden';
