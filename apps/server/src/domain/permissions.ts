import type { CommandType, Rejection, Role, SessionStatus } from '@werkraum/protocol';
import type { Seat } from './people/people.ts';
import { placeOf } from './places.ts';
import { runningPhase, tableOf } from './seats.ts';
import type { Session } from './session.ts';

type Needs = readonly [roles: readonly Role[], status: readonly SessionStatus[]];

const FACILITATOR: readonly Role[] = ['facilitator'];
const EVERYBODY: readonly Role[] = ['facilitator', 'timekeeper', 'speaker', 'participant'];
const DRAFT: readonly SessionStatus[] = ['draft'];
const OPEN: readonly SessionStatus[] = ['open'];
const RUNNING: readonly SessionStatus[] = ['running'];
const PEOPLE_IN: readonly SessionStatus[] = ['open', 'running'];
const NOT_ENDED: readonly SessionStatus[] = ['draft', 'open', 'running'];

/**
 * The rule table: who may send which command in which status [PE-9]. It says what is never possible; a command may
 * still be refused for what it names. Turn commands are open to everybody here, since a table may pace itself [TU-25].
 */
export const PERMISSIONS: Readonly<Record<CommandType, Needs>> = {
  'invite-person': [FACILITATOR, NOT_ENDED],
  'reissue-link': [FACILITATOR, NOT_ENDED],
  'admit-person': [FACILITATOR, NOT_ENDED],
  'admit-everyone': [FACILITATOR, NOT_ENDED],
  'set-admission': [FACILITATOR, NOT_ENDED],
  'remove-person': [FACILITATOR, NOT_ENDED],
  'change-role': [FACILITATOR, NOT_ENDED],
  'open-doors': [FACILITATOR, DRAFT],
  'start-session': [FACILITATOR, OPEN],
  'advance-phase': [FACILITATOR, RUNNING],
  'undo-phase': [FACILITATOR, RUNNING],
  'pause-phase': [FACILITATOR, RUNNING],
  'resume-phase': [FACILITATOR, RUNNING],
  'extend-phase': [FACILITATOR, RUNNING],
  'end-session': [FACILITATOR, RUNNING],
  'set-tables': [FACILITATOR, NOT_ENDED],
  'plan-groups': [FACILITATOR, NOT_ENDED],
  'assign-seat': [FACILITATOR, NOT_ENDED],
  'go-to-table': [EVERYBODY, RUNNING],
  'return-to-plenary': [EVERYBODY, RUNNING],
  'close-tables': [FACILITATOR, RUNNING],
  'keep-tables-open': [FACILITATOR, RUNNING],
  'visit-table': [FACILITATOR, RUNNING],
  'leave-table': [FACILITATOR, RUNNING],
  'start-turn': [EVERYBODY, RUNNING],
  'pause-turn': [EVERYBODY, RUNNING],
  'resume-turn': [EVERYBODY, RUNNING],
  'extend-turn': [EVERYBODY, RUNNING],
  'end-turn': [EVERYBODY, RUNNING],
  'skip-turn': [EVERYBODY, RUNNING],
  'postpone-turn': [EVERYBODY, RUNNING],
  'pass-turn': [EVERYBODY, RUNNING],
  'raise-hand': [EVERYBODY, PEOPLE_IN],
  'lower-hand': [EVERYBODY, PEOPLE_IN],
  'give-word': [FACILITATOR, PEOPLE_IN],
  'take-word': [FACILITATOR, PEOPLE_IN],
  'mute-seat': [FACILITATOR, PEOPLE_IN],
};

/** Why this seat can never send this command now; undefined when the table allows it. */
export function refusal(session: Session, seat: Seat | undefined, type: CommandType): Rejection | undefined {
  if (!seat || seat.admission === 'removed') return 'person-removed';
  if (seat.admission !== 'admitted') return 'not-admitted';
  const [roles, statuses] = PERMISSIONS[type];
  if (!roles.includes(seat.role)) return 'facilitator-only';
  return statuses.includes(session.status) ? undefined : wrongStatus(session.status, statuses);
}

function wrongStatus(status: SessionStatus, needed: readonly SessionStatus[]): Rejection {
  if (status === 'ended') return 'session-already-ended';
  if (needed === DRAFT) return 'session-already-open';
  if (needed === RUNNING) return 'session-not-running';
  return status === 'running' ? 'session-already-running' : 'session-not-open';
}

type Condition = (session: Session, seat: Seat) => boolean;
const atATable: Condition = (session, { id }) => !['lobby', 'plenary'].includes(placeOf(session, id));
const tables =
  (...states: readonly string[]): Condition =>
  ({ breakouts: { open } }) =>
    open !== undefined && states.includes(open.state);
const pacing: Condition = (session, seat) =>
  session.breakouts.open !== undefined &&
  (seat.role === 'facilitator' || seat.role === 'timekeeper' || atATable(session, seat));

/** What must hold besides the table, so that a button is drawn only where it can work. */
const WHEN: Partial<Record<CommandType, Condition>> = {
  'undo-phase': ({ agenda }) => agenda.past.length > 0,
  'pause-phase': ({ agenda, breakouts }) =>
    agenda.running?.pausedAt === undefined && breakouts.open?.state !== 'closing',
  'resume-phase': ({ agenda }) => agenda.running?.pausedAt !== undefined,
  'go-to-table': (session, seat) =>
    tables('gathering')(session, seat) && tableOf(session, seat.id) !== undefined && !atATable(session, seat),
  'return-to-plenary': (session, seat) => tables('closing')(session, seat) && atATable(session, seat),
  'close-tables': tables('gathering', 'open'),
  'keep-tables-open': tables('closing'),
  'visit-table': tables('gathering', 'open', 'closing'),
  'leave-table': ({ breakouts: { open } }, { id }) => open?.visits[id] !== undefined,
  'start-turn': pacing,
  'pause-turn': pacing,
  'resume-turn': pacing,
  'extend-turn': pacing,
  'end-turn': pacing,
  'skip-turn': pacing,
  'postpone-turn': pacing,
  'pass-turn': atATable,
  'give-word': (session) => runningPhase(session) !== undefined || session.status === 'open',
};

/** Whether this command could be accepted from this seat now: what the seat's slice lists as `may`. */
export function mayTry(session: Session, seat: Seat, type: CommandType): boolean {
  return refusal(session, seat, type) === undefined && (WHEN[type]?.(session, seat) ?? true);
}
