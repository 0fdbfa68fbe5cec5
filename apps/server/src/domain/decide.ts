import { decideAgenda, decidePlan } from './agenda/decide.ts';
import { decideAnnouncements } from './announcements/decide.ts';
import { decideBalance } from './balance/decide.ts';
import { decideBoard } from './board/decide.ts';
import { decideBooklet } from './booklet/decide.ts';
import { decideBreakouts } from './breakouts/decide.ts';
import { decideChat } from './chat/decide.ts';
import { decideFacilitating } from './facilitating/decide.ts';
import { decideNotes } from './notes/decide.ts';
import { decideParking } from './parking/decide.ts';
import { createSession } from './people/create.ts';
import { decidePeople } from './people/decide.ts';
import { refusal } from './permissions.ts';
import { decidePolls } from './polls/decide.ts';
import { decidePrep } from './prep/decide.ts';
import { decideQuestions } from './questions/decide.ts';
import { assertNever } from './records.ts';
import { decideReferences } from './references/decide.ts';
import { decideRotation } from './rotation/decide.ts';
import { seatOfActor } from './seats.ts';
import {
  type AnyCommand,
  accept,
  type Context,
  type Decision,
  type HouseCommand,
  reject,
  type Session,
} from './session.ts';
import { decideShowing } from './slides/decide.ts';
import { decideDecks } from './slides/decide-decks.ts';
import { decideStage } from './stage/decide.ts';
import { decideSurvey } from './survey/decide.ts';
import { decideTurns } from './turns/decide.ts';

const HOUSE: ReadonlySet<AnyCommand['type']> = new Set<HouseCommand['type']>([
  'create-session',
  'knock',
  'issue-link',
  'arrive',
  'leave',
  'expire-phase',
  'expire-gathering',
  'expire-closing',
  'expire-practice',
  'expire-announcement',
  'propose-rotation',
  'keep-speaking-times',
  'keep-handed-notes',
  'name-survey-key',
  'count-survey',
  'add-deck-file',
  'finish-erasure',
]);

/** What a command means: the facts to record, or why not. Pure; time and actor arrive as data. */
export function decide(session: Session | undefined, command: AnyCommand, context: Context): Decision {
  if (command.type === 'create-session') return session ? accept() : createSession(command, context);
  if (!session) return reject('try-again');
  const refused = refuse(session, command, context);
  return refused ? reject(refused) : dispatch(session, command, context);
}

function refuse(session: Session, command: AnyCommand, { actor }: Context) {
  if (actor.kind === 'house') return undefined;
  return isFromHouse(command) ? 'malformed-command' : refusal(session, seatOfActor(session, actor), command.type);
}

const isFromHouse = (command: AnyCommand): command is HouseCommand => HOUSE.has(command.type);

function dispatch(
  session: Session,
  command: Exclude<AnyCommand, { type: 'create-session' }>,
  context: Context,
): Decision {
  switch (command.type) {
    case 'invite-person':
    case 'reissue-link':
    case 'issue-link':
    case 'knock':
    case 'arrive':
    case 'leave':
    case 'admit-person':
    case 'admit-everyone':
    case 'set-admission':
    case 'remove-person':
    case 'erase-person':
    case 'finish-erasure':
    case 'change-role':
      return decidePeople(session, command, context);
    case 'open-doors':
    case 'start-session':
    case 'advance-phase':
    case 'undo-phase':
    case 'pause-phase':
    case 'resume-phase':
    case 'extend-phase':
    case 'end-session':
    case 'expire-phase':
      return decideAgenda(session, command, context);
    case 'add-phase':
    case 'change-phase':
    case 'move-phase':
    case 'drop-phase':
    case 'restore-phase':
    case 'replan':
    case 'undo-replan':
      return decidePlan(session, command, context);
    case 'set-tables':
    case 'set-groups':
    case 'plan-groups':
    case 'assign-seat':
    case 'choose-table':
    case 'go-to-table':
    case 'return-to-plenary':
    case 'close-tables':
    case 'keep-tables-open':
    case 'visit-table':
    case 'leave-table':
    case 'start-practice':
    case 'stop-practice':
    case 'call-help':
    case 'cancel-help':
    case 'clear-help':
    case 'signal-table':
    case 'expire-gathering':
    case 'expire-closing':
    case 'expire-practice':
      return decideBreakouts(session, command, context);
    case 'add-seating-rule':
    case 'drop-seating-rule':
    case 'ask-rotation':
    case 'propose-rotation':
    case 'accept-rotation':
    case 'dismiss-rotation':
      return decideRotation(session, command, context);
    case 'start-turn':
    case 'pause-turn':
    case 'resume-turn':
    case 'extend-turn':
    case 'end-turn':
    case 'skip-turn':
    case 'postpone-turn':
    case 'pass-turn':
    case 'move-turn':
    case 'nudge-speaker':
    case 'pace-together':
    case 'start-beat':
    case 'start-voices':
    case 'end-voices':
      return decideTurns(session, command, context);
    case 'add-deck-file':
    case 'remove-deck':
      return decideDecks(session, command, context);
    case 'raise-hand':
    case 'lower-hand':
    case 'give-word':
    case 'take-word':
    case 'mute-seat':
      return decideStage(session, command, context);
    case 'announce':
    case 'take-back-announcement':
    case 'expire-announcement':
      return decideAnnouncements(session, command, context);
    case 'say':
    case 'edit-message':
    case 'delete-message':
    case 'close-chat':
    case 'open-chat':
      return decideChat(session, command, context);
    case 'ask-question':
    case 'upvote-question':
    case 'take-back-upvote':
    case 'withdraw-question':
    case 'take-question':
    case 'lay-question-aside':
    case 'mark-answered':
    case 'reopen-question':
    case 'hide-question':
    case 'show-question':
      return decideQuestions(session, command, context);
    case 'order-hands':
    case 'answer-consent':
    case 'keep-speaking-times':
      return decideBalance(session, command, context);
    case 'park':
    case 'reword-parked':
    case 'own-parked':
    case 'settle-parked':
    case 'drop-parked':
      return decideParking(session, command, context);
    case 'prepare-poll':
    case 'drop-poll':
    case 'open-poll':
    case 'close-poll':
    case 'show-poll':
    case 'cast-vote':
    case 'give-pulse':
      return decidePolls(session, command, context);
    case 'add-reference':
    case 'change-reference':
    case 'drop-reference':
      return decideReferences(session, command, context);
    case 'set-notes':
      return decideFacilitating(session, command, context);
    case 'hand-over-notes':
    case 'keep-handed-notes':
      return decideNotes(session, command, context);
    case 'add-card':
    case 'edit-card':
    case 'move-card':
    case 'merge-cards':
    case 'split-card':
    case 'remove-card':
    case 'tag-card':
    case 'vote-card':
    case 'unvote-card':
    case 'set-writing':
    case 'set-all-writing':
    case 'set-dots':
    case 'hand-over':
    case 'take-back-card':
    case 'bring-cards':
    case 'report-out':
    case 'end-report':
      return decideBoard(session, command, context);
    case 'set-survey':
    case 'open-survey':
    case 'close-survey':
    case 'publish-survey-results':
    case 'name-survey-key':
    case 'count-survey':
      return decideSurvey(session, command, context);
    case 'show-deck':
    case 'turn-page':
    case 'hide-deck':
    case 'hand-slides':
      return decideShowing(session, command, context);
    case 'open-preparation':
    case 'answer-question':
    case 'set-ready':
    case 'share-answers':
    case 'show-answers':
    case 'hide-answers':
      return decidePrep(session, command, context);
    case 'edit-booklet':
    case 'undo-booklet':
    case 'publish-booklet':
    case 'unpublish-booklet':
    case 'agree-to-be-named':
      return decideBooklet(session, command, context);
    default:
      return assertNever(command);
  }
}
