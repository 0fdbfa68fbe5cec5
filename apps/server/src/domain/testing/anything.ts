import type { Command, CommandType, PhaseId, Role, RoomId, RotationFinding, SeatId } from '@werkraum/protocol';
import fc from 'fast-check';
import { act } from '../act.ts';
import { nextDeadline } from '../deadlines.ts';
import { evolve } from '../evolve.ts';
import { type RotationQuestion, rotationQuestion } from '../rotation/question.ts';
import type { Actor, AnyCommand, Fact, Session } from '../session.ts';
import { arrivedAt, assembled, HOUSE, idOf, minutes, PARTICIPANTS, phase, seatedAt, seconds } from './workshop.ts';

const NAMES = ['Frieda', 'Theo', 'Salma', ...PARTICIPANTS.slice(0, 5), 'Zoe'];
const PHASES = ['intro', 'talk', 'round-1', 'round-2', 'round-3', 'reflection'].map(phase);
const ROOMS = ['round-1-a', 'round-1-b', 'round-2-a', 'round-3-b'] as RoomId[];

const SIZES = [undefined, { least: 1, most: 2 }, undefined, { least: 2, most: 6 }, { least: 1, most: 4 }];
const ROLES: readonly Role[] = ['facilitator', 'participant', 'timekeeper', 'speaker', 'participant'];

/** One step: somebody asks for something (about what runs now, or about anything), or time passes. */
export interface Step {
  by: string;
  type: CommandType | 'arrive' | 'leave' | 'knock' | 'propose-rotation';
  about: string;
  current: boolean;
  phaseAt: number;
  room: RoomId;
  turn: number;
  waitMs: number;
}

const TYPES: Step['type'][] = [
  ...(['advance-phase', 'advance-phase', 'undo-phase', 'pause-phase', 'resume-phase', 'extend-phase'] as const),
  ...(['plan-groups', 'assign-seat', 'set-tables', 'go-to-table', 'return-to-plenary', 'close-tables'] as const),
  ...(['set-groups', 'choose-table', 'choose-table'] as const),
  ...(['add-seating-rule', 'drop-seating-rule', 'ask-rotation', 'propose-rotation', 'accept-rotation'] as const),
  ...(['propose-rotation', 'accept-rotation', 'dismiss-rotation'] as const),
  ...(['keep-tables-open', 'visit-table', 'leave-table', 'start-session', 'start-session', 'end-session'] as const),
  ...(['start-turn', 'start-turn', 'pause-turn', 'resume-turn', 'extend-turn', 'end-turn', 'skip-turn'] as const),
  ...([
    'postpone-turn',
    'pass-turn',
    'move-turn',
    'nudge-speaker',
    'pace-together',
    'start-beat',
    'start-beat',
    'raise-hand',
    'lower-hand',
    'give-word',
    'take-word',
    'mute-seat',
  ] as const),
  ...([
    'remove-person',
    'change-role',
    'admit-everyone',
    'set-admission',
    'arrive',
    'arrive',
    'leave',
    'knock',
    'set-notes',
  ] as const),
];

const step: fc.Arbitrary<Step> = fc.record({
  by: fc.oneof({ weight: 3, arbitrary: fc.constant('Frieda') }, { weight: 2, arbitrary: fc.constantFrom(...NAMES) }),
  type: fc.constantFrom(...TYPES),
  about: fc.constantFrom(...NAMES),
  current: fc.boolean(),
  phaseAt: fc.nat({ max: PHASES.length - 1 }),
  room: fc.constantFrom(...ROOMS),
  turn: fc.nat({ max: 4 }),
  waitMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: seconds(90) }), fc.integer({ min: 0, max: minutes(20) })),
});

function commandOf(session: Session, { type, about, current, phaseAt, room, turn }: Step): AnyCommand {
  const running = session.agenda.running && session.agenda.phases[session.agenda.running.index];
  const phaseId = (current ? running?.id : undefined) ?? PHASES[phaseAt];
  const open = session.breakouts.open && session.breakouts.rounds[session.breakouts.open.phaseId];
  const roomId = (current ? open?.tables[turn % open.tables.length]?.roomId : undefined) ?? room;
  const turnId = session.turns.queues[roomId]?.order[turn] ?? 'no-turn';
  const seatId: SeatId = idOf(about);
  const extra = { byMs: (turn - 2) * 60_000 || 30_000, inMs: 60_000, method: turn % 2 ? 'same' : 'new', seed: turn };
  const more = { tables: turn + 1, role: ROLES[turn], invited: turn % 2 ? 'automatic' : 'by-hand', name: about };
  const groups = { groups: (['new', 'same', 'choose', 'by-hand', 'choose'] as const)[turn], sizes: SIZES[turn] };
  const written = { notes: `${about} ${turn}`, seen: turn % 3 };
  const beat = (session.turns.pace?.beats ?? 0) + (current ? 1 : turn);
  const pacing = { on: turn > 0, beat, before: session.turns.queues[roomId]?.order[phaseAt] };
  return {
    type,
    seatId,
    phaseId,
    roomId,
    turnId,
    linkHash: about,
    ...extra,
    ...more,
    ...groups,
    ...written,
    ...rotationOf(session, seatId, phaseId, roomId, turn),
    ...pacing,
  } as unknown as Command;
}

const METHODS = ['anew', 'improve', 'attendance', 'anew', 'improve'] as const;

/** What is said about rules and proposals. The house proposes what it found; a plan is put together by chance. */
function rotationOf(session: Session, seatId: SeatId, phaseId: PhaseId | undefined, roomId: RoomId, turn: number) {
  const { request } = session.rotation;
  const question = request && rotationQuestion(session, request);
  const seats = [seatId, idOf(NAMES[turn] ?? 'Zoe')];
  const rules = [
    { kind: 'together', seats },
    { kind: 'apart', seats },
    { kind: 'pin', phaseId, seatId, roomId },
    { kind: 'host', seatId, table: turn },
  ];
  return {
    ...{ ruleId: `rule-${turn}`, rule: rules[turn % 4], requestId: request?.requestId ?? `wish-${turn}` },
    // `method` is said of groups too.
    ...(turn > 1 && { method: METHODS[turn] }),
    basis: turn === 4 ? 'another' : (question?.basis ?? ''),
    ...(question && { finding: anyFinding(question, turn), done: turn > 2 }),
  };
}

function anyFinding({ people, phases, task }: RotationQuestion, turn: number): RotationFinding {
  if (turn === 3) return { kind: 'conflict', conflict: { kind: 'sizes', seats: [...people], tables: [] } };
  const rounds = phases.flatMap((id, at) =>
    task.rounds[at]?.frozen ? [] : [[id, people.map((_, index) => ((index + turn) % 3) - 1)] as const],
  );
  const figures = {
    met: 0,
    never: 0,
    twice: 0,
    more: 0,
    pairs: 0,
    bound: { met: 0, kind: 'proven' },
    perfect: false,
  } as const;
  return { kind: 'plan', people: [...people], rounds: Object.fromEntries(rounds), figures };
}

export interface Run {
  facts: readonly Fact[];
  session: Session;
}

const SOME = PARTICIPANTS.slice(0, 5);

/** Where a random workshop may begin: few random steps lead from its doors to its tables. */
const STARTS = [
  { workshop: assembled(undefined, SOME), at: 0 },
  { workshop: arrivedAt('talk', 0, undefined, SOME), at: 0 },
  { workshop: arrivedAt('round-1', 0, undefined, SOME), at: 0 },
  { workshop: seatedAt('round-1', 0, undefined, SOME), at: minutes(1) },
];

/** What a random workshop is made of: where it begins, and what happens then. */
export const happenings = (maxLength: number): fc.Arbitrary<{ start: number; steps: Step[] }> =>
  fc.record({ start: fc.nat({ max: STARTS.length - 1 }), steps: fc.array(step, { maxLength }) });

/** Plays steps one after another, with the house acting at its deadlines, and shows each commit to `check`. */
export function play(
  { start, steps }: { start: number; steps: readonly Step[] },
  check: (before: Session, facts: readonly Fact[], after: Session) => void,
): Run {
  const { workshop, at: begun } = STARTS[start] ?? { workshop: assembled(), at: 0 };
  let run: Run = { facts: workshop.facts, session: workshop.session };
  let now = begun;
  const ask = (command: AnyCommand, actor: Actor, at: number) => {
    const decision = act(run.session, command, { actor, now: at });
    if (!decision.ok) return;
    const after = decision.facts.reduce<Session>(evolve, run.session);
    check(run.session, decision.facts, after);
    run = { facts: [...run.facts, ...decision.facts], session: after };
  };
  for (const item of steps) {
    const until = now + item.waitMs;
    for (let due = nextDeadline(run.session); due && due.at <= until; due = nextDeadline(run.session)) {
      now = Math.max(now, due.at);
      ask(due.command, HOUSE, now);
    }
    now = until;
    const house =
      item.type === 'propose-rotation' || item.type === 'arrive' || item.type === 'leave' || item.type === 'knock';
    ask(commandOf(run.session, item), house ? HOUSE : { kind: 'seat', seatId: idOf(item.by) }, now);
  }
  return run;
}

/** A property that must hold at every commit, whatever people press. */
export const holds = (check: Parameters<typeof play>[1], runs = 400) =>
  fc.assert(
    fc.property(happenings(80), (all) => void play(all, check)),
    { numRuns: runs },
  );
