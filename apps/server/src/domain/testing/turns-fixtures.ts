import type {
  Instant,
  LinkHash,
  PhaseId,
  PhaseKind,
  PhasePlan,
  Role,
  RoomId,
  SeatId,
  TurnId,
  TurnSettings,
} from '@werkraum/protocol';
import { newAgenda } from '../agenda/agenda.ts';
import { nothingAnnounced } from '../announcements/evolve.ts';
import { newBalance } from '../balance/evolve.ts';
import { noBoards } from '../board/evolve.ts';
import { newBooklet } from '../booklet/evolve.ts';
import type { OpenRound } from '../breakouts/breakouts.ts';
import { nothingSaid } from '../chat/chat.ts';
import { nothingNoted } from '../facilitating/evolve.ts';
import { nothingHanded } from '../notes/evolve.ts';
import { emptyParking } from '../parking/evolve.ts';
import type { Seat } from '../people/people.ts';
import { noPolls } from '../polls/evolve.ts';
import { nothingPrepared } from '../prep/evolve.ts';
import { nothingAsked } from '../questions/questions.ts';
import { noReferences } from '../references/evolve.ts';
import { noRotation } from '../rotation/evolve.ts';
import type { Actor, Fact, Session } from '../session.ts';
import { noSlides } from '../slides/evolve.ts';
import { emptyStage, evolveStage } from '../stage/evolve.ts';
import type { StageFact } from '../stage/stage.ts';
import { noSurvey } from '../survey/evolve.ts';
import { evolveTurns, noTurns } from '../turns/evolve.ts';
import { queueTurns } from '../turns/queue.ts';
import type { TurnsFact } from '../turns/turns.ts';

export const seconds = (count: number): number => count * 1_000;
export const minutes = (count: number): number => count * 60_000;

export const seatId = (name: string): SeatId => name as SeatId;
export const ROUND = 'round' as PhaseId;
export const TABLE_A = 'round-a' as RoomId;
export const TABLE_B = 'round-b' as RoomId;

/** The turn of one person at table A. */
export const turnOf = (name: string): TurnId => `${TABLE_A}_${name}` as TurnId;

export const as = (name: string): Actor => ({ kind: 'seat', seatId: seatId(name) });

const ROLES: Record<string, Role> = { fay: 'facilitator', tim: 'timekeeper', sol: 'speaker' };
const AT_TABLE_A = ['ada', 'ben', 'cem'];
const AT_TABLE_B = ['dan', 'eva'];

/** Every phase starts at 0 and ends here. */
const PHASE_ENDS: Instant = minutes(25);

const seat = (name: string): Seat => ({
  id: seatId(name),
  name,
  role: ROLES[name] ?? 'participant',
  linkHash: '0'.repeat(64) as LinkHash,
  invited: true,
  admission: 'admitted',
  presence: 'here',
});

const byId = (names: readonly string[]): Session['people']['seats'] =>
  Object.fromEntries(names.map((name) => [name, seat(name)]));

export const TWO_MINUTES_EACH: TurnSettings = {
  mode: 'fixed',
  slotMs: minutes(2),
  inputsMs: minutes(10),
  graceMs: seconds(8),
};

export const SHARED_TEN_MINUTES: TurnSettings = { ...TWO_MINUTES_EACH, mode: 'fair-share', slotMs: minutes(4) };

export const roundPhase = (turns: TurnSettings | undefined): PhasePlan => ({
  ...phasePlan('breakout-round'),
  kind: 'breakout-round',
  round: { topic: 'Structures', tables: 2, groups: 'new', ...(turns && { turns }) },
});

const phasePlan = (kind: PhaseKind) => ({
  id: ROUND,
  title: kind,
  plannedMs: PHASE_ENDS,
  minMs: 0,
  onTimeUp: 'hold' as const,
});

/** A workshop in one phase of the given kind, with everybody here and in the plenary, no table open. */
export function workshopIn(kind: Exclude<PhaseKind, 'breakout-round'> | 'no-phase'): Session {
  const running = { agenda: newAgenda([]), status: 'open' as const };
  const phases = kind === 'no-phase' ? [] : [{ ...phasePlan(kind), kind }];
  const agenda = { ...newAgenda(phases), running: { index: 0, startedAt: 0, endsAt: PHASE_ENDS } };
  return { ...bare(), ...(kind === 'no-phase' ? running : { agenda, status: 'running' as const }) };
}

const bare = (): Session => ({
  id: 'workshop' as Session['id'],
  title: 'Workshop',
  language: 'en',
  createdAt: 0,
  status: 'running',
  people: { seats: byId(['fay', 'tim', 'sol', ...AT_TABLE_A, ...AT_TABLE_B]), admission: 'automatic' },
  agenda: newAgenda([]),
  breakouts: { rounds: {}, practices: 0 },
  rotation: noRotation,
  turns: noTurns,
  stage: emptyStage,
  balance: newBalance,
  facilitating: nothingNoted,
  announcements: nothingAnnounced,
  board: noBoards,
  survey: noSurvey,
  prep: nothingPrepared,
  chat: nothingSaid,
  asking: nothingAsked,
  booklet: newBooklet,
  parking: emptyParking,
  references: noReferences,
  polls: noPolls,
  slides: noSlides,
  notes: nothingHanded,
});

/** A round with two open tables: Ada, Ben and Cem at A; Dan and Eva at B. Fay, Tim and Sol stay in the plenary. */
export function workshopAtTables(settings: TurnSettings | undefined = TWO_MINUTES_EACH): Session {
  const phase = roundPhase(settings);
  const seats = Object.fromEntries([
    ...AT_TABLE_A.map((name) => [name, TABLE_A]),
    ...AT_TABLE_B.map((name) => [name, TABLE_B]),
  ]);
  const tables = [
    { roomId: TABLE_A, label: 'A' },
    { roomId: TABLE_B, label: 'B' },
  ];
  const open: OpenRound = {
    ...{ phaseId: ROUND, state: 'open', gatherUntil: 0 },
    ...{ there: {}, back: {}, visits: {}, help: {}, signals: {} },
  };
  const session: Session = {
    ...bare(),
    agenda: { ...newAgenda([phase]), running: { index: 0, startedAt: 0, endsAt: PHASE_ENDS } },
    breakouts: {
      rounds: { [ROUND]: { phaseId: ROUND, tables, seats, groups: 'new', planned: true, openings: 1 } },
      open,
      practices: 0,
    },
  };
  const facts = [
    ...queueTurns(phase, TABLE_A, AT_TABLE_A.map(seatId)),
    ...queueTurns(phase, TABLE_B, AT_TABLE_B.map(seatId)),
  ];
  return withTurnFacts(session, facts);
}

export const withTurnFacts = (session: Session, facts: readonly TurnsFact[]): Session => ({
  ...session,
  turns: facts.reduce(evolveTurns, session.turns),
});

export const withStageFacts = (session: Session, facts: readonly StageFact[]): Session => ({
  ...session,
  stage: facts.reduce(evolveStage, session.stage),
});

/** Folds what a decision about turns or the stage recorded. */
export function withFacts(session: Session, facts: readonly Fact[]): Session {
  const turns = facts.filter((fact): fact is TurnsFact =>
    /^(turn|inputs|speaker-nudged|pace-set|beat)/.test(fact.type),
  );
  const stage = facts.filter((fact): fact is StageFact => /^(hand|word|seat-muted)/.test(fact.type));
  if (turns.length + stage.length !== facts.length) throw new Error('a fact of another feature');
  return withStageFacts(withTurnFacts(session, turns), stage);
}

/** The same session with something changed about one seat. */
export function withSeat(session: Session, name: string, change: Partial<Seat>): Session {
  const id = seatId(name);
  const held = session.people.seats[id] ?? seat(name);
  return {
    ...session,
    people: { ...session.people, seats: { ...session.people.seats, [id]: { ...held, ...change } } },
  };
}

export const withOpenRound = (session: Session, change: Partial<OpenRound>): Session =>
  session.breakouts.open
    ? { ...session, breakouts: { ...session.breakouts, open: { ...session.breakouts.open, ...change } } }
    : session;

/** The same session with its phase paused at an instant, or running on until `endsAt`. */
export const withPhaseClock = (session: Session, clock: { pausedAt?: Instant; endsAt?: Instant }): Session => ({
  ...session,
  agenda: { ...session.agenda, running: { index: 0, startedAt: 0, endsAt: PHASE_ENDS, ...clock } },
});
