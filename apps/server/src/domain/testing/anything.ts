import type { Command, CommandType, DeckId, FileId, PhaseId, Role, RoomId, SeatId } from '@werkraum/protocol';
import fc from 'fast-check';
import { act } from '../act.ts';
import { nextDeadline } from '../deadlines.ts';
import { evolve } from '../evolve.ts';
import { placeOf } from '../places.ts';
import { values } from '../records.ts';
import { tableOf } from '../seats.ts';
import type { Actor, AnyCommand, Fact, Session } from '../session.ts';
import { anyBoard, BOARD_TYPES } from './any-board.ts';
import { anyBooklet } from './any-booklet.ts';
import { anyRotation } from './any-rotation.ts';
import { arrivedAt, assembled, HOUSE, idOf, minutes, PARTICIPANTS, phase, seatedAt, seconds } from './workshop.ts';

const NAMES = ['Frieda', 'Theo', 'Salma', ...PARTICIPANTS.slice(0, 5), 'Zoe'];
const PHASES = ['intro', 'talk', 'round-1', 'round-2', 'round-3', 'reflection'].map(phase);
const ROOMS = ['round-1-a', 'round-1-b', 'round-2-a', 'round-3-b'] as RoomId[];

const SIZES = [undefined, { least: 1, most: 2 }, undefined, { least: 2, most: 6 }, { least: 1, most: 4 }];
const ROLES: readonly Role[] = ['facilitator', 'participant', 'timekeeper', 'speaker', 'participant'];

const HOUSE_TYPES = [
  ...(['propose-rotation', 'arrive', 'leave', 'knock', 'add-deck-file', 'keep-handed-notes'] as const),
  ...(['name-survey-key', 'count-survey'] as const),
];

/** One step: somebody asks for something (about what runs now, or about anything), or time passes. */
export interface Step {
  by: string;
  type: CommandType | (typeof HOUSE_TYPES)[number];
  about: string;
  current: boolean;
  phaseAt: number;
  room: RoomId;
  turn: number;
  waitMs: number;
}

/** What only the house asks for. */
const HOUSES_OWN: ReadonlySet<Step['type']> = new Set(HOUSE_TYPES);

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
    'start-voices',
    'start-voices',
    'end-voices',
    'raise-hand',
    'lower-hand',
    'give-word',
    'take-word',
    'mute-seat',
  ] as const),
  ...([
    'remove-person',
    'erase-person',
    'change-role',
    'admit-everyone',
    'set-admission',
    'arrive',
    'arrive',
    'leave',
    'knock',
    'order-hands',
    'answer-consent',
    'set-notes',
    'hand-over-notes',
    'keep-handed-notes',
    'add-deck-file',
    'remove-deck',
    'start-practice',
    'stop-practice',
    'call-help',
    'cancel-help',
    'clear-help',
    'signal-table',
    'announce',
    'take-back-announcement',
    'add-phase',
    'change-phase',
    'move-phase',
    'drop-phase',
    'restore-phase',
    'replan',
    'undo-replan',
    'set-survey',
    'open-survey',
    'name-survey-key',
    'close-survey',
    'count-survey',
    'publish-survey-results',
    'edit-booklet',
    'edit-booklet',
    'undo-booklet',
    'publish-booklet',
    'unpublish-booklet',
    'agree-to-be-named',
    'park',
    'park',
    'reword-parked',
    'own-parked',
    'settle-parked',
    'drop-parked',
    'prepare-poll',
    'prepare-poll',
    'open-poll',
    'open-poll',
    'close-poll',
    'show-poll',
    'drop-poll',
    'cast-vote',
    'cast-vote',
    'give-pulse',
    'add-reference',
    'add-reference',
    'change-reference',
    'drop-reference',
    'open-preparation',
    'answer-question',
    'answer-question',
    'set-ready',
    'share-answers',
    'show-answers',
    'show-answers',
    'hide-answers',
    'say',
    'say',
    'say',
    'edit-message',
    'delete-message',
    'close-chat',
    'ask-question',
    'ask-question',
    'upvote-question',
    'upvote-question',
    'take-back-upvote',
    'withdraw-question',
    'take-question',
    'lay-question-aside',
    'mark-answered',
    'reopen-question',
    'hide-question',
    'show-question',
    'open-chat',
  ] as const),
  ...BOARD_TYPES,
  ...(['show-deck', 'show-deck', 'show-deck', 'turn-page', 'turn-page', 'hide-deck', 'hand-slides'] as const),
];

const BOARD_SET: ReadonlySet<string> = new Set(BOARD_TYPES);
const isAboutBoards = (type: string): boolean => BOARD_SET.has(type);

const anybody = fc.constantFrom(...NAMES);
const mostlyFrieda = fc.oneof({ weight: 3, arbitrary: fc.constant('Frieda') }, { weight: 2, arbitrary: anybody });

const stepOf = (by: fc.Arbitrary<string>, types: readonly Step['type'][]): fc.Arbitrary<Step> =>
  fc.record({
    by,
    type: fc.constantFrom(...types),
    about: fc.constantFrom(...NAMES),
    current: fc.boolean(),
    phaseAt: fc.nat({ max: PHASES.length - 1 }),
    room: fc.constantFrom(...ROOMS),
    turn: fc.nat({ max: 4 }),
    waitMs: fc.oneof(
      fc.constant(0),
      fc.integer({ min: 0, max: seconds(90) }),
      fc.integer({ min: 0, max: minutes(20) }),
    ),
  });

function commandOf(session: Session, { by, type, about, current, phaseAt, room, turn }: Step): AnyCommand {
  const running = session.agenda.running && session.agenda.phases[session.agenda.running.index];
  const phaseId = (current ? running?.id : undefined) ?? PHASES[phaseAt];
  const open = session.breakouts.open && session.breakouts.rounds[session.breakouts.open.phaseId];
  const roomId = (current ? open?.tables[turn % open.tables.length]?.roomId : undefined) ?? room;
  const turnId = session.turns.queues[roomId]?.order[turn] ?? 'no-turn';
  const seatId: SeatId = idOf(about);
  const extra = {
    byMs: (turn - 2) * 60_000 || 30_000,
    slotMs: 60_000,
    inMs: 60_000,
    method: turn % 2 ? 'same' : 'new',
    seed: turn,
  };
  const more = { tables: turn + 1, role: ROLES[turn], invited: turn % 2 ? 'automatic' : 'by-hand', name: about };
  const groups = { groups: (['new', 'same', 'choose', 'by-hand', 'choose'] as const)[turn], sizes: SIZES[turn] };
  const spoken = { by: turn % 2 ? 'raised' : 'quiet-first', keepSpeakingTimes: current };
  const written = { notes: `${about} ${turn}`, seen: turn % 3 };
  const told = { announcementId: `${about}-${turn}`, text: about, to: turn % 2 ? 'everybody' : roomId };
  const said = { signal: (['ready', 'more-time', 'none'] as const)[turn % 3] };
  const kept = { parkedId: `parked-${turn}`, owner: seatId, settled: current, referenceId: `reference-${turn}` };
  const asked = { askedId: `asked-${turn}`, anonymous: current };
  const wrote = {
    messageId: `message-${turn}`,
    channel: current ? { place: turn % 2 ? 'plenary' : roomId } : { seatId },
  };
  const beat = (session.turns.pace?.beats ?? 0) + (current ? 1 : turn);
  const pacing = { on: turn > 0, beat, before: session.turns.queues[roomId]?.order[phaseAt] };
  return {
    type,
    seatId,
    phaseId,
    roomId,
    turnId,
    linkHash: about,
    askedAt: session.notes.asked[roomId]?.at ?? 0,
    ...extra,
    ...more,
    ...groups,
    ...written,
    ...anyRotation(session, { seatId, phaseId, roomId, turn, other: idOf(NAMES[turn] ?? 'Zoe') }),
    ...spoken,
    ...told,
    ...said,
    ...pacing,
    ...(/survey/.test(type) && asking(session, turn)),
    ...slides(about, turn, phaseAt),
    ...(SHOWING.test(type) && presenting(session, { by, current, turn, roomId, about: seatId })),
    ...preparing(session, turn, current, { roomId, turnId }),
    ...(/booklet$|named$/.test(type) && anyBooklet(session, { type, text: about, turn, current })),
    ...kept,
    ...(type === 'keep-handed-notes' && {
      text: [{ kind: 'paragraph', runs: turn ? [{ text: about, by: seatId }] : [] }],
    }),
    ...anyPoll(turn, current),
    ...wrote,
    ...asked,
    ...(/-phase$|replan$/.test(type) && planning(session, turn, phaseAt)),
    ...(isAboutBoards(type) &&
      anyBoard(session, { type, seatAt: tableOf(session, idOf(by)), roomId, phaseId: phaseId as PhaseId, turn })),
  } as unknown as Command;
}

/** Something to ask about the survey. */
const asking = ({ survey }: Session, turn: number) => ({
  ...{ seen: survey.revision, key: 'key', answers: turn > 1 ? turn + 4 : undefined },
  questions: [{ kind: 'text', id: 'q', prompt: `What about ${turn}?` }],
});

const SHOWING = /^(show|hide)-deck$|^turn-page$|^hand-slides$/;

interface Wish {
  by: string;
  current: boolean;
  turn: number;
  roomId: RoomId;
  about: SeatId;
}

/** Something to ask about slides. */
function presenting(session: Session, { by, current, turn, roomId, about }: Wish) {
  const { index } = session.agenda.running ?? {};
  const place = current ? placeOf(session, idOf(by)) : roomId;
  const showing = session.slides.showings[place] ?? values(session.slides.showings)[0];
  return {
    ...{ place, deckId: DECK, page: turn + 1 },
    phaseId: index === undefined ? undefined : session.agenda.phases[index]?.id,
    seatId: turn % 2 ? about : undefined,
    showingId: current ? (showing?.id ?? `${by}-shows`) : `${by}-shows-${turn}`,
  };
}

/** Something to answer, or to show; now and then what does not fit. */
function preparing({ questions = [] }: Session, at: number, on: boolean, turn: object) {
  const question = questions[at];
  const text = { kind: 'text', text: `Answer ${at}` };
  const fitting = question?.kind === 'text' ? text : { kind: 'scale', figure: at };
  const answer = at === 3 ? null : question?.kind === 'choice' ? { kind: 'choice', option: at } : fitting;
  return { questionId: question?.id, answer, ready: on, shared: on, ...(at > 0 && { turn }) };
}

/** A file of one of three decks. */
function slides(about: string, turn: number, phaseAt: number) {
  const kind = turn % 2 ? 'pdf' : 'images';
  const file = { id: `file-${about}-${turn}-${phaseAt}`, kind, bytes: (turn + 1) * 4_000_000, pages: 1 };
  return { deckId: `deck-${phaseAt % 3}`, page: turn, file };
}

/** Something to ask about polls. */
function anyPoll(turn: number, current: boolean) {
  const question = { question: `Question ${turn}`, anonymous: turn % 2 === 0 };
  const options = ['Yes', 'No', 'Perhaps'];
  const poll = [
    { ...question, kind: 'single', options },
    { ...question, kind: 'multiple', options },
    { ...question, kind: 'scale', from: 1, to: 5 },
    { ...question, kind: 'dots', options, dots: 3 },
    { ...question, kind: 'words', words: 2 },
  ][turn];
  const vote = [
    { kind: 'single', option: turn },
    { kind: 'multiple', options: [0, 2] },
    { kind: 'scale', value: 3 },
    { kind: 'dots', dots: [1, 0, 2] },
    { kind: 'words', words: ['Open', 'data'] },
  ][turn];
  const pulse = (['slower', 'good', 'faster', undefined, 'good'] as const)[turn];
  return {
    pollId: `poll-${turn}`,
    poll,
    show: current,
    shown: current,
    ...(current || turn < 3 ? { vote } : {}),
    pulse,
  };
}

/** Something to ask about the agenda ahead. */
function planning({ agenda }: Session, turn: number, phaseAt: number) {
  const ahead = agenda.phases.slice((agenda.running?.index ?? -1) + 1);
  const round = { topic: 'More', tables: turn + 1, groups: 'new' as const };
  const kind = turn % 2 ? { kind: 'break' } : { kind: 'breakout-round', round };
  const { endsAt = 0 } = agenda.running ?? {};
  return {
    ...(turn < 3 && { before: PHASES[(phaseAt + turn) % PHASES.length] }),
    phase: { id: `extra-${turn}`, title: 'More', plannedMs: minutes(5), minMs: minutes(2), onTimeUp: 'hold', ...kind },
    change: { title: `Title ${turn}`, plannedMs: minutes(turn * 5 + 10), locked: turn === 4 },
    lengths: ahead.slice(0, turn).map(({ id, plannedMs }) => ({
      ...{ phaseId: id, fromMs: plannedMs },
      plannedMs: plannedMs - seconds(turn * 30),
    })),
    drop: ahead.slice(turn + 1, turn + 2).map(({ id }) => id),
    ...(turn > 2 && { ends: { from: endsAt, to: endsAt + minutes(turn - 3) } }),
    number: agenda.edits.reduce((last, edit) => (edit.type === 'agenda-replanned' ? edit.number : last), 0),
  };
}

export interface Run {
  facts: readonly Fact[];
  session: Session;
}

const SOME = PARTICIPANTS.slice(0, 5);

const DECK = 'deck' as DeckId;

/** A deck of three pages for each of these, so that there is something to show. */
const DECKS = ['Frieda', 'Salma', ...SOME].map((name): Fact => {
  const fileId = `${name}-file` as FileId;
  const deck = { deckId: DECK, name: `Slides of ${name}`, kind: 'pdf' as const, pages: 3, fileId, bytes: 1_000 };
  return { type: 'deck-added', by: idOf(name), ...deck, at: 0 };
});

/** Where a random workshop may begin: few random steps lead from its doors to its tables. */
const STARTS = [
  { workshop: assembled(undefined, SOME), at: 0 },
  { workshop: arrivedAt('intro', 0, undefined, SOME), at: 0 },
  { workshop: arrivedAt('talk', 0, undefined, SOME), at: 0 },
  { workshop: arrivedAt('round-1', 0, undefined, SOME), at: 0 },
  { workshop: seatedAt('round-1', 0, undefined, SOME), at: minutes(1) },
];

/** What a random workshop is made of: where it begins, and what happens then. */
export const happenings = (maxLength: number): fc.Arbitrary<{ start: number; steps: Step[] }> =>
  fc.record({
    start: fc.nat({ max: STARTS.length - 1 }),
    steps: fc.array(stepOf(mostlyFrieda, TYPES), { maxLength }),
  });

/** The same at tables that are in use, with everybody pressing what has to do with one thing. */
export const happeningsAtTables = (
  types: readonly Step['type'][],
  length: number,
): fc.Arbitrary<{ start: number; steps: Step[] }> =>
  fc.record({
    start: fc.constant(STARTS.length - 1),
    steps: fc.array(stepOf(anybody, types), { minLength: length, maxLength: length }),
  });

/** Plays steps one after another, with the house acting at its deadlines, and shows each commit to `check`. */
export function play(
  { start, steps }: { start: number; steps: readonly Step[] },
  check: (before: Session, facts: readonly Fact[], after: Session) => void,
): Run {
  const { workshop, at: begun } = STARTS[start] ?? { workshop: assembled(), at: 0 };
  let run: Run = {
    facts: [...workshop.facts, ...DECKS],
    session: DECKS.reduce<Session>(evolve, workshop.session),
  };
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
    ask(commandOf(run.session, item), HOUSES_OWN.has(item.type) ? HOUSE : { kind: 'seat', seatId: idOf(item.by) }, now);
  }
  return run;
}

/** A property that must hold at every commit, whatever people press. */
export const holds = (check: Parameters<typeof play>[1], runs = 400) =>
  fc.assert(
    fc.property(happenings(80), (all) => void play(all, check)),
    { numRuns: runs },
  );
