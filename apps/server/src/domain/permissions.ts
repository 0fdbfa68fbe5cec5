import { type CommandType, commandTypes, type Rejection, type Role, type SessionStatus } from '@werkraum/protocol';
import type { Seat } from './people/people.ts';
import { placeIn } from './places.ts';
import type { Session } from './session.ts';
import { mayShowIn } from './slides/rights.ts';
import type { Situation, Standing } from './standing.ts';

/** Who may, when, and whether people who were invited may it also while they are not let in. */
type Needs = readonly [roles: readonly Role[], status: readonly SessionStatus[], outside?: 'also-outside'];

const FACILITATOR: readonly Role[] = ['facilitator'];
const STAFF: readonly Role[] = ['facilitator', 'timekeeper'];
/** Who leads through what is asked. */
const STAGE: readonly Role[] = ['facilitator', 'speaker'];
const EVERYBODY: readonly Role[] = ['facilitator', 'timekeeper', 'speaker', 'participant'];
const DRAFT: readonly SessionStatus[] = ['draft'];
const OPEN: readonly SessionStatus[] = ['open'];
const RUNNING: readonly SessionStatus[] = ['running'];
const PEOPLE_IN: readonly SessionStatus[] = ['open', 'running'];
/** After the end, too: what concerns one's own things, and what people took home. */
const ALWAYS: readonly SessionStatus[] = ['draft', 'open', 'running', 'ended'];
/** While people are in, and afterwards, when what was worked out is put in order. */
const FROM_DOORS_ON: readonly SessionStatus[] = ['open', 'running', 'ended'];
const NOT_ENDED: readonly SessionStatus[] = ['draft', 'open', 'running'];
const BEGUN: readonly SessionStatus[] = ['running', 'ended'];

/**
 * The rule table: who may send which command in which status [PE-9]. It says what is never possible; a command may
 * still be refused for what it names. What people prepare at home they may also while they are not let in [PR-1],
 * and so may facilitators who were never in the room what is steered after the end: the survey and the booklet [PE-14]. Turn commands are open to everybody here, since a table may pace itself [TU-25].
 */
export const PERMISSIONS: Readonly<Record<CommandType, Needs>> = {
  'invite-person': [FACILITATOR, NOT_ENDED],
  'reissue-link': [FACILITATOR, NOT_ENDED],
  'admit-person': [FACILITATOR, NOT_ENDED],
  'admit-everyone': [FACILITATOR, NOT_ENDED],
  'set-admission': [FACILITATOR, NOT_ENDED],
  'remove-person': [FACILITATOR, NOT_ENDED],
  'erase-person': [EVERYBODY, ALWAYS, 'also-outside'],
  'change-role': [FACILITATOR, NOT_ENDED],
  'open-doors': [FACILITATOR, DRAFT],
  'start-session': [FACILITATOR, OPEN],
  'advance-phase': [FACILITATOR, RUNNING],
  'undo-phase': [FACILITATOR, RUNNING],
  'pause-phase': [FACILITATOR, RUNNING],
  'resume-phase': [FACILITATOR, RUNNING],
  'extend-phase': [FACILITATOR, RUNNING],
  'end-session': [FACILITATOR, RUNNING],
  'add-phase': [FACILITATOR, NOT_ENDED],
  'change-phase': [FACILITATOR, NOT_ENDED],
  'move-phase': [FACILITATOR, NOT_ENDED],
  'drop-phase': [FACILITATOR, NOT_ENDED],
  'restore-phase': [FACILITATOR, NOT_ENDED],
  replan: [FACILITATOR, RUNNING],
  'undo-replan': [FACILITATOR, RUNNING],
  'set-tables': [FACILITATOR, NOT_ENDED],
  'set-groups': [FACILITATOR, NOT_ENDED],
  'plan-groups': [FACILITATOR, NOT_ENDED],
  'assign-seat': [FACILITATOR, NOT_ENDED],
  'choose-table': [EVERYBODY, RUNNING],
  'go-to-table': [EVERYBODY, RUNNING],
  'return-to-plenary': [EVERYBODY, RUNNING],
  'close-tables': [FACILITATOR, RUNNING],
  'keep-tables-open': [FACILITATOR, RUNNING],
  'visit-table': [FACILITATOR, RUNNING],
  'leave-table': [FACILITATOR, RUNNING],
  'start-practice': [FACILITATOR, RUNNING],
  'stop-practice': [FACILITATOR, RUNNING],
  'call-help': [EVERYBODY, RUNNING],
  'cancel-help': [EVERYBODY, RUNNING],
  'clear-help': [FACILITATOR, RUNNING],
  'signal-table': [EVERYBODY, RUNNING],
  'add-seating-rule': [FACILITATOR, NOT_ENDED],
  'drop-seating-rule': [FACILITATOR, NOT_ENDED],
  'ask-rotation': [FACILITATOR, NOT_ENDED],
  'accept-rotation': [FACILITATOR, NOT_ENDED],
  'dismiss-rotation': [FACILITATOR, NOT_ENDED],
  'start-turn': [EVERYBODY, RUNNING],
  'pause-turn': [EVERYBODY, RUNNING],
  'resume-turn': [EVERYBODY, RUNNING],
  'extend-turn': [EVERYBODY, RUNNING],
  'end-turn': [EVERYBODY, RUNNING],
  'skip-turn': [EVERYBODY, RUNNING],
  'postpone-turn': [EVERYBODY, RUNNING],
  'pass-turn': [EVERYBODY, RUNNING],
  'move-turn': [EVERYBODY, RUNNING],
  'nudge-speaker': [STAFF, RUNNING],
  'pace-together': [STAFF, RUNNING],
  'start-beat': [STAFF, RUNNING],
  'start-voices': [FACILITATOR, RUNNING],
  'end-voices': [FACILITATOR, RUNNING],
  'remove-deck': [EVERYBODY, ALWAYS, 'also-outside'],
  'raise-hand': [EVERYBODY, PEOPLE_IN],
  'lower-hand': [EVERYBODY, PEOPLE_IN],
  'give-word': [FACILITATOR, PEOPLE_IN],
  'take-word': [FACILITATOR, PEOPLE_IN],
  'mute-seat': [FACILITATOR, PEOPLE_IN],
  'order-hands': [FACILITATOR, NOT_ENDED],
  'answer-consent': [EVERYBODY, NOT_ENDED],
  announce: [FACILITATOR, PEOPLE_IN],
  'take-back-announcement': [FACILITATOR, PEOPLE_IN],
  'set-notes': [FACILITATOR, NOT_ENDED],
  'hand-over-notes': [EVERYBODY, RUNNING],
  'add-card': [EVERYBODY, RUNNING],
  'edit-card': [EVERYBODY, RUNNING],
  'move-card': [EVERYBODY, RUNNING],
  'merge-cards': [EVERYBODY, RUNNING],
  'split-card': [EVERYBODY, RUNNING],
  'remove-card': [EVERYBODY, RUNNING],
  'tag-card': [EVERYBODY, RUNNING],
  'vote-card': [EVERYBODY, RUNNING],
  'unvote-card': [EVERYBODY, RUNNING],
  'set-writing': [EVERYBODY, RUNNING],
  'set-all-writing': [FACILITATOR, RUNNING],
  'set-dots': [FACILITATOR, NOT_ENDED],
  'hand-over': [EVERYBODY, RUNNING],
  'take-back-card': [EVERYBODY, RUNNING],
  'bring-cards': [FACILITATOR, NOT_ENDED],
  'report-out': [FACILITATOR, RUNNING],
  'end-report': [FACILITATOR, RUNNING],
  'set-survey': [FACILITATOR, ALWAYS, 'also-outside'],
  'open-survey': [FACILITATOR, BEGUN, 'also-outside'],
  'close-survey': [FACILITATOR, BEGUN, 'also-outside'],
  'publish-survey-results': [FACILITATOR, BEGUN, 'also-outside'],
  'show-deck': [EVERYBODY, PEOPLE_IN],
  'turn-page': [EVERYBODY, PEOPLE_IN],
  'hide-deck': [EVERYBODY, PEOPLE_IN],
  'hand-slides': [EVERYBODY, PEOPLE_IN],
  'open-preparation': [EVERYBODY, NOT_ENDED, 'also-outside'],
  'answer-question': [EVERYBODY, NOT_ENDED, 'also-outside'],
  'set-ready': [EVERYBODY, NOT_ENDED, 'also-outside'],
  'share-answers': [EVERYBODY, NOT_ENDED, 'also-outside'],
  'show-answers': [EVERYBODY, RUNNING],
  'hide-answers': [EVERYBODY, RUNNING],
  'ask-question': [EVERYBODY, PEOPLE_IN],
  'upvote-question': [EVERYBODY, PEOPLE_IN],
  'take-back-upvote': [EVERYBODY, PEOPLE_IN],
  'withdraw-question': [EVERYBODY, FROM_DOORS_ON],
  'take-question': [STAGE, PEOPLE_IN],
  'lay-question-aside': [STAGE, PEOPLE_IN],
  'mark-answered': [STAGE, PEOPLE_IN],
  'reopen-question': [STAGE, PEOPLE_IN],
  'hide-question': [FACILITATOR, FROM_DOORS_ON],
  'show-question': [FACILITATOR, FROM_DOORS_ON],
  say: [EVERYBODY, PEOPLE_IN],
  'edit-message': [EVERYBODY, PEOPLE_IN],
  'delete-message': [EVERYBODY, FROM_DOORS_ON],
  'close-chat': [FACILITATOR, PEOPLE_IN],
  'open-chat': [FACILITATOR, PEOPLE_IN],
  'edit-booklet': [FACILITATOR, ALWAYS, 'also-outside'],
  'undo-booklet': [FACILITATOR, ALWAYS, 'also-outside'],
  'publish-booklet': [FACILITATOR, ALWAYS, 'also-outside'],
  'unpublish-booklet': [FACILITATOR, ALWAYS, 'also-outside'],
  'agree-to-be-named': [EVERYBODY, ALWAYS],
  park: [EVERYBODY, FROM_DOORS_ON],
  'reword-parked': [EVERYBODY, FROM_DOORS_ON],
  'own-parked': [EVERYBODY, FROM_DOORS_ON],
  'settle-parked': [EVERYBODY, FROM_DOORS_ON],
  'drop-parked': [EVERYBODY, FROM_DOORS_ON],
  'prepare-poll': [FACILITATOR, NOT_ENDED],
  'drop-poll': [FACILITATOR, NOT_ENDED],
  'open-poll': [FACILITATOR, PEOPLE_IN],
  'close-poll': [FACILITATOR, PEOPLE_IN],
  'show-poll': [FACILITATOR, FROM_DOORS_ON],
  'cast-vote': [EVERYBODY, PEOPLE_IN],
  'give-pulse': [EVERYBODY, RUNNING],
  'add-reference': [EVERYBODY, FROM_DOORS_ON],
  'change-reference': [EVERYBODY, FROM_DOORS_ON],
  'drop-reference': [EVERYBODY, FROM_DOORS_ON],
};

/** Whether this is a power of staff: something that no participant may ever send. */
export const isPowerOfStaff = (type: string): boolean =>
  (PERMISSIONS as Readonly<Record<string, Needs>>)[type]?.[0].includes('participant') === false;

/** Why this seat can never send this command now; undefined when the table allows it. */
export function refusal(
  { status }: Pick<Session, 'status'>,
  seat: Pick<Seat, 'admission' | 'role' | 'invited'> | undefined,
  type: CommandType,
): Rejection | undefined {
  if (!seat || seat.admission === 'removed') return 'person-removed';
  const [roles, statuses, outside] = PERMISSIONS[type];
  if (seat.admission !== 'admitted' && !(seat.invited && outside)) return 'not-admitted';
  if (!roles.includes(seat.role)) return wrongRole(roles);
  return statuses.includes(status) ? undefined : wrongStatus(status, statuses);
}

function wrongRole(roles: readonly Role[]): Rejection {
  if (roles === STAGE) return 'speakers-only';
  return roles === STAFF ? 'staff-only' : 'facilitator-only';
}

function wrongStatus(status: SessionStatus, needed: readonly SessionStatus[]): Rejection {
  if (status === 'ended') return 'session-already-ended';
  if (needed === DRAFT) return 'session-already-open';
  if (needed === RUNNING || needed === BEGUN) return 'session-not-running';
  return status === 'running' ? 'session-already-running' : 'session-not-open';
}

/**
 * Where somebody is, as far as it decides what they may try. There are few combinations, so that what may be tried is
 * worked out once for many seats.
 */
interface Chances {
  readonly admission: Seat['admission'];
  readonly invited: boolean;
  readonly role: Role;
  readonly isAtTable: boolean;
  readonly hasTable: boolean;
  readonly isVisiting: boolean;
  /** Sat at a table until it closed. */
  readonly hasSat: boolean;
  readonly mayShowSlides: boolean;
}

type Condition = (situation: Situation, chances: Chances) => boolean;
const atATable: Condition = (_situation, { isAtTable }) => isAtTable;
/** At a table of a round, or in the plenary while it reflects. */
const atABoard: Condition = ({ isPractice, phaseKind }, { isAtTable }) =>
  isAtTable ? !isPractice : phaseKind === 'plenary-reflection';
const mayHandOver: Condition = ({ isPractice }, { isAtTable, isVisiting, hasSat }) =>
  hasSat || (isAtTable && !isVisiting && !isPractice);
const atOwnTable: Condition = (_situation, { isAtTable, isVisiting }) => isAtTable && !isVisiting;
const tables =
  (...states: readonly Situation['tables'][]): Condition =>
  (situation) =>
    situation.tables !== undefined && states.includes(situation.tables);
const isStaff = ({ role }: Chances): boolean => role === 'facilitator' || role === 'timekeeper';
const atTables: Condition = ({ tables }, chances) => tables !== undefined && (isStaff(chances) || chances.isAtTable);
const pacing: Condition = (situation, chances) =>
  atTables(situation, chances) || (situation.hasVoices && isStaff(chances));
/** What the speaker of a turn does about it themselves. */
const speaking: Condition = (situation, chances) => situation.hasVoices || atTables(situation, chances);

const asked: Condition = ({ questions }) => questions !== undefined;

/** What must hold besides the table, so that a button is drawn only where it can work. */
const WHEN: Partial<Record<CommandType, Condition>> = {
  'undo-phase': ({ hasPast }) => hasPast,
  'restore-phase': ({ hasDropped }) => hasDropped,
  'undo-replan': ({ canUndoReplan }) => canUndoReplan,
  'pause-phase': ({ isPaused, isPractice, tables }) => !isPaused && (isPractice || tables !== 'closing'),
  'resume-phase': ({ isPaused }) => isPaused,
  'choose-table': ({ tables, choosing }, { role, isAtTable }) =>
    tables === 'gathering' && choosing && role === 'participant' && !isAtTable,
  'go-to-table': ({ tables }, { hasTable, isAtTable }) => tables === 'gathering' && hasTable && !isAtTable,
  'return-to-plenary': ({ tables }, { isAtTable }) => tables === 'closing' && isAtTable,
  'close-tables': (situation, chances) => !situation.isPractice && tables('gathering', 'open')(situation, chances),
  'keep-tables-open': (situation, chances) => !situation.isPractice && tables('closing')(situation, chances),
  'start-practice': ({ phaseKind, tables }) => phaseKind === 'intro' && tables === undefined,
  'stop-practice': ({ isPractice, tables }) => isPractice && tables !== 'closing',
  'call-help': atOwnTable,
  'cancel-help': atOwnTable,
  'clear-help': tables('gathering', 'open', 'closing'),
  'signal-table': (situation, chances) => !situation.isPractice && atOwnTable(situation, chances),
  'hand-over-notes': (situation, chances) => !situation.isPractice && atATable(situation, chances),
  'visit-table': tables('gathering', 'open', 'closing'),
  'leave-table': (_situation, { isVisiting }) => isVisiting,
  'start-turn': pacing,
  'pause-turn': pacing,
  'resume-turn': pacing,
  'extend-turn': pacing,
  'end-turn': speaking,
  'skip-turn': pacing,
  'postpone-turn': speaking,
  'pass-turn': (situation, chances) => situation.hasVoices || atATable(situation, chances),
  'move-turn': pacing,
  'nudge-speaker': pacing,
  'pace-together': atTables,
  'start-beat': atTables,
  'start-voices': ({ phaseKind, hasVoices, tables }) =>
    !hasVoices && tables === undefined && (phaseKind === 'intro' || phaseKind === 'plenary-reflection'),
  'end-voices': ({ hasVoices }) => hasVoices,
  'add-card': atABoard,
  'edit-card': atABoard,
  'move-card': atABoard,
  'merge-cards': atABoard,
  'split-card': atABoard,
  'remove-card': atABoard,
  'tag-card': atABoard,
  'vote-card': atABoard,
  'unvote-card': atABoard,
  'set-writing': (situation, chances) =>
    atABoard(situation, chances) && (chances.isAtTable || chances.role === 'facilitator'),
  'set-all-writing': (situation, chances) =>
    !situation.isPractice && tables('gathering', 'open', 'closing')(situation, chances),
  'hand-over': mayHandOver,
  'take-back-card': mayHandOver,
  'report-out': ({ tables }) => tables === undefined,
  'show-deck': (_situation, { mayShowSlides }) => mayShowSlides,
  'open-preparation': asked,
  'answer-question': asked,
  'set-ready': asked,
  'share-answers': asked,
  'show-answers': asked,
  'hide-answers': asked,
  'undo-booklet': ({ canUndoBooklet }) => canUndoBooklet,
  'publish-booklet': ({ isBookletPublished }) => !isBookletPublished,
  'unpublish-booklet': ({ isBookletPublished }) => isBookletPublished,
  'give-word': ({ phaseKind, status }) => phaseKind !== 'no-phase' || status === 'open',
  'set-survey': ({ survey }) => survey === 'draft',
  'open-survey': ({ survey, isLateEnough }) => survey === 'draft' && isLateEnough,
  'close-survey': ({ survey }) => survey === 'opening' || survey === 'open',
  'publish-survey-results': ({ survey }) => survey === 'counted',
};

function chancesOf(standing: Standing): Chances {
  const { seat, table, visiting, sat } = standing;
  const place = placeIn(standing);
  return {
    admission: seat.admission,
    invited: seat.invited,
    role: seat.role,
    isAtTable: place !== 'lobby' && place !== 'plenary',
    hasTable: table !== undefined,
    isVisiting: visiting !== undefined,
    hasSat: sat !== undefined,
    mayShowSlides: mayShowIn(standing),
  };
}

const couldBeAccepted = (situation: Situation, chances: Chances, type: CommandType): boolean =>
  refusal(situation, chances, type) === undefined && (WHEN[type]?.(situation, chances) ?? true);

/** Whether this command could be accepted from this seat now: what the seat's slice lists as `may`. */
export const mayTry = (standing: Standing, type: CommandType): boolean =>
  couldBeAccepted(standing.situation, chancesOf(standing), type);

/** Tells what anybody in one situation may try; seats with the same chances are told the same list. */
export function mayIn(situation: Situation): (standing: Standing) => CommandType[] {
  const lists = new Map<string, CommandType[]>();
  return (standing) => {
    const chances = chancesOf(standing);
    const key = Object.values(chances).join();
    const list = lists.get(key) ?? commandTypes.filter((type) => couldBeAccepted(situation, chances, type));
    lists.set(key, list);
    return list;
  };
}
