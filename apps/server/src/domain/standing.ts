import type {
  DeckId,
  Instant,
  Language,
  PhaseId,
  PhaseKind,
  PhasePlan,
  PollId,
  PrepQuestion,
  Pulse,
  RoomId,
  SeatId,
  SessionStatus,
  Vote,
} from '@werkraum/protocol';
import { canUndoReplan } from './agenda/ahead.ts';
import type { Own } from './board/board.ts';
import type { OpenRound, Sat } from './breakouts/breakouts.ts';
import { roundInUse } from './breakouts/in-use.ts';
import type { Channel } from './chat/chat.ts';
import type { Seat } from './people/people.ts';
import type { Preparation } from './prep/prep.ts';
import type { OwnQuestions } from './questions/questions.ts';
import { type ById, ids, values } from './records.ts';
import { runningPhase } from './seats.ts';
import type { Session } from './session.ts';
import { sameInputs } from './share.ts';
import type { Deck } from './slides/slides.ts';
import { isLateEnough } from './survey/late-enough.ts';
import type { Survey } from './survey/survey.ts';
import { PLENARY } from './turns/turns.ts';

/** What is the same for everybody and decides, with each one's own standing, where they belong and what they may do. Flat. */
export interface Situation {
  readonly title: string;
  readonly language: Language;
  readonly status: SessionStatus;
  readonly startsAt: Instant | undefined;
  readonly phases: readonly PhasePlan[];
  /** What people are asked beforehand. */
  readonly questions: readonly PrepQuestion[] | undefined;
  readonly phaseId: PhaseId | undefined;
  readonly phaseKind: PhaseKind | 'no-phase';
  readonly isPaused: boolean;
  /** A phase is over that could be gone back to. */
  readonly hasPast: boolean;
  /** A phase was taken out that could be put back. */
  readonly hasDropped: boolean;
  readonly canUndoReplan: boolean;
  /** What the tables in use are doing; undefined while none are in use. */
  readonly tables: OpenRound['state'] | undefined;
  /** People choose their tables in this round. */
  readonly choosing: boolean;
  /** The round whose tables are in use. */
  readonly inUse: PhaseId | undefined;
  readonly gatherUntil: Instant | undefined;
  readonly closesAt: Instant | undefined;
  /** How often the tables in use were opened. */
  readonly openings: number;
  /** The tables in use only serve to try moving. */
  readonly isPractice: boolean;
  /** A round of voices goes on in the plenary. */
  readonly hasVoices: boolean;
  /** Everybody with a personal link may read the booklet. */
  readonly isBookletPublished: boolean;
  readonly canUndoBooklet: boolean;
  readonly survey: Survey['state'];
  /** So much has happened that people can be asked about it. */
  readonly isLateEnough: boolean;
}

/**
 * One seat in the situation: everything its own document and its public face are made from. Views of a seat take this
 * and not the session, so that a seat whose standing is the same cannot look different.
 */
export interface Standing {
  readonly situation: Situation;
  readonly seat: Seat;
  /** The table of the round in use it belongs to, whether or not it has walked there. */
  readonly table: RoomId | undefined;
  /** Walked to the table early. */
  readonly isThere: boolean;
  /** Returned early. */
  readonly isBack: boolean;
  /** The table it visits. */
  readonly visiting: RoomId | undefined;
  readonly hasWord: boolean;
  /** How often its microphone was switched off by somebody else. */
  readonly mutes: number;
  /** Agreed that speaking times are kept. */
  readonly mayKeep: boolean;
  /** What was kept of its speaking time, in milliseconds. */
  readonly keptMs: number | undefined;
  /** Tables it sat at until they closed. */
  readonly sat: readonly Sat[] | undefined;
  /** What it has on boards that nobody else sees. */
  readonly own: Own | undefined;
  /** Its decks of slides, oldest first. */
  readonly decks: ById<DeckId, Deck> | undefined;
  /** Asked to come to an end, while it speaks. */
  readonly nudgedAt: Instant | undefined;
  readonly preparation: Preparation | undefined;
  /** What it and those who facilitate write to each other. */
  readonly thread: Channel | undefined;
  /** What it asked and voted for. */
  readonly questions: OwnQuestions | undefined;
  /** What it voted in polls. */
  readonly votes: ById<PollId, Vote> | undefined;
  /** What it says of the pace. */
  readonly pulse: Pulse | undefined;
  /** Agreed to be named in the booklet. */
  readonly isListed: boolean;
}

/** What is said of single seats, by seat. */
interface Entries {
  readonly seating: ById<SeatId, RoomId>;
  readonly there: ById<SeatId, true>;
  readonly back: ById<SeatId, true>;
  readonly visits: ById<SeatId, RoomId>;
  readonly words: ById<SeatId, Instant>;
  readonly mutes: ById<SeatId, number>;
  readonly consents: ById<SeatId, boolean>;
  readonly kept: ById<SeatId, number>;
  readonly nudges: ById<SeatId, Instant>;
  readonly sat: ById<SeatId, readonly Sat[]>;
  readonly owns: ById<SeatId, Own>;
  readonly prepared: ById<SeatId, Preparation>;
  readonly threads: ById<SeatId, Channel>;
  readonly questions: ById<SeatId, OwnQuestions>;
  readonly named: ById<SeatId, boolean>;
  readonly decks: ById<SeatId, ById<DeckId, Deck>>;
  readonly votes: ById<SeatId, ById<PollId, Vote>>;
  readonly pulses: ById<SeatId, Pulse>;
}

/** All that standings are read from besides the seats themselves. */
interface Register {
  readonly situation: Situation;
  readonly entries: Entries;
}

const NOBODY = {};

/** The situation everybody is in. */
export function situationOf(session: Session): Situation {
  const { title, language, status, startsAt, agenda, questions, breakouts, booklet, survey } = session;
  const { open } = breakouts;
  const round = roundInUse(session);
  const phase = runningPhase(session);
  return {
    ...{ title, language, status, startsAt, phases: agenda.phases, questions },
    phaseId: phase?.id,
    phaseKind: phase?.kind ?? 'no-phase',
    isPaused: agenda.running?.pausedAt !== undefined,
    hasPast: agenda.past.length > 0,
    hasDropped: agenda.dropped.length > 0,
    canUndoReplan: canUndoReplan(agenda),
    tables: open?.state,
    choosing: round?.groups === 'choose',
    inUse: open?.practice ? undefined : open?.phaseId,
    gatherUntil: open?.gatherUntil,
    closesAt: open?.closesAt,
    openings: round?.openings ?? 0,
    isPractice: open?.practice !== undefined,
    hasVoices: session.turns.queues[PLENARY] !== undefined,
    isBookletPublished: booklet.publishedAt !== undefined,
    canUndoBooklet: booklet.back.length > 0,
    survey: survey.state,
    isLateEnough: isLateEnough(agenda),
  };
}

function registerOf(session: Session): Register {
  const { open } = session.breakouts;
  const { there = NOBODY, back = NOBODY, visits = NOBODY } = open ?? {};
  const { words, mutes } = session.stage;
  const { nudges } = session.turns;
  const { people: prepared } = session.prep;
  const { threads } = session.chat;
  const { own: questions } = session.asking;
  const { decks } = session.slides;
  const { consents, kept = { seats: NOBODY } } = session.balance;
  const { named } = session.booklet;
  const { votes, pulses } = session.polls;
  const seating = roundInUse(session)?.seats ?? NOBODY;
  const { sat = NOBODY } = session.breakouts;
  const owns = session.board.own;
  return {
    situation: situationOf(session),
    entries: {
      ...{ seating, there, back, visits, words, mutes, nudges, decks, consents, named, threads, questions },
      ...{ kept: kept.seats, prepared, sat, owns, votes, pulses },
    },
  };
}

function standingIn({ situation, entries }: Register, seat: Seat): Standing {
  const { id } = seat;
  return {
    ...{ situation, seat },
    table: entries.seating[id],
    isThere: entries.there[id] !== undefined,
    isBack: entries.back[id] !== undefined,
    visiting: entries.visits[id],
    hasWord: entries.words[id] !== undefined,
    mutes: entries.mutes[id] ?? 0,
    mayKeep: entries.consents[id] ?? false,
    keptMs: entries.kept[id],
    decks: entries.decks[id],
    votes: entries.votes[id],
    pulse: entries.pulses[id],
    nudgedAt: entries.nudges[id],
    sat: entries.sat[id],
    own: entries.owns[id],
    preparation: entries.prepared[id],
    thread: entries.threads[id],
    questions: entries.questions[id],
    isListed: entries.named[id] ?? false,
  };
}

/** Tells where any seat of a session stands; for whoever asks about many. */
export function standingsIn(session: Session): (seat: Seat) => Standing {
  const register = registerOf(session);
  return (seat) => standingIn(register, seat);
}

/** Where one seat stands. */
export const standingOf = (session: Session, seat: Seat): Standing => standingIn(registerOf(session), seat);

/** The standings that are not what they were before; all of them when there is no before. */
export function changedStandings(session: Session, before: Session | undefined): Standing[] {
  const now = registerOf(session);
  const then = before && registerOf(before);
  const { seats } = session.people;
  if (!then || !sameInputs(then.situation, now.situation)) return values(seats).map((seat) => standingIn(now, seat));
  const old = before.people.seats;
  const differing = differingEntries(then, now);
  if (differing.length === 0 && old === seats) return [];
  return values(seats)
    .filter((seat) => seat !== old[seat.id] || differing.some((name) => differsAt(seat.id, then, now, name)))
    .map((seat) => standingIn(now, seat));
}

const differingEntries = ({ entries: then }: Register, { entries: now }: Register): (keyof Entries)[] =>
  (Object.keys(now) as (keyof Entries)[]).filter((name) => then[name] !== now[name]);

const differsAt = (seatId: SeatId, { entries: then }: Register, { entries: now }: Register, name: keyof Entries) =>
  then[name][seatId] !== now[name][seatId];

/** Seats that were there before and are not now: `before` may be of a state that never came to last. */
export function goneSeats(session: Session, before: Session | undefined): SeatId[] {
  const { seats } = session.people;
  if (!before || before.people.seats === seats) return [];
  return ids(before.people.seats).filter((id) => seats[id] === undefined);
}
