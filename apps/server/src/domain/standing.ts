import type { Instant, Language, PhaseKind, PhasePlan, RoomId, SeatId, SessionStatus } from '@werkraum/protocol';
import type { OpenRound } from './breakouts/breakouts.ts';
import type { Seat } from './people/people.ts';
import { type ById, values } from './records.ts';
import { runningPhase } from './seats.ts';
import type { Session } from './session.ts';
import { sameInputs } from './share.ts';

/** What is the same for everybody and decides, with each one's own standing, where they belong and what they may do. Flat. */
export interface Situation {
  readonly title: string;
  readonly language: Language;
  readonly status: SessionStatus;
  readonly phases: readonly PhasePlan[];
  readonly phaseKind: PhaseKind | 'no-phase';
  readonly isPaused: boolean;
  /** A phase is over that could be gone back to. */
  readonly hasPast: boolean;
  /** What the tables in use are doing; undefined while none are in use. */
  readonly tables: OpenRound['state'] | undefined;
  readonly gatherUntil: Instant | undefined;
  readonly closesAt: Instant | undefined;
  /** How often the tables in use were opened. */
  readonly openings: number;
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
}

/** What standings are read from: the situation, and the maps that say something about single seats. */
interface Register {
  readonly situation: Situation;
  readonly seating: ById<SeatId, RoomId> | undefined;
  readonly there: ById<SeatId, true> | undefined;
  readonly back: ById<SeatId, true> | undefined;
  readonly visits: ById<SeatId, RoomId> | undefined;
  readonly words: ById<SeatId, Instant>;
  readonly mutes: ById<SeatId, number>;
}

/** The situation everybody is in. */
export function situationOf(session: Session): Situation {
  const { title, language, status, agenda, breakouts } = session;
  const { open, rounds } = breakouts;
  return {
    ...{ title, language, status, phases: agenda.phases },
    phaseKind: runningPhase(session)?.kind ?? 'no-phase',
    isPaused: agenda.running?.pausedAt !== undefined,
    hasPast: agenda.past.length > 0,
    tables: open?.state,
    gatherUntil: open?.gatherUntil,
    closesAt: open?.closesAt,
    openings: (open && rounds[open.phaseId]?.openings) ?? 0,
  };
}

function registerOf(session: Session, before?: Register): Register {
  const { open, rounds } = session.breakouts;
  const situation = situationOf(session);
  return {
    situation: before && sameInputs(before.situation, situation) ? before.situation : situation,
    seating: open && rounds[open.phaseId]?.seats,
    there: open?.there,
    back: open?.back,
    visits: open?.visits,
    words: session.stage.words,
    mutes: session.stage.mutes,
  };
}

function standingIn({ situation, seating, there, back, visits, words, mutes }: Register, seat: Seat): Standing {
  const { id } = seat;
  return {
    ...{ situation, seat },
    table: seating?.[id],
    isThere: there?.[id] !== undefined,
    isBack: back?.[id] !== undefined,
    visiting: visits?.[id],
    hasWord: words[id] !== undefined,
    mutes: mutes[id] ?? 0,
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
  if (!before) return values(session.people.seats).map(standingsIn(session));
  const then = registerOf(before);
  const now = registerOf(session, then);
  const old = before.people.seats;
  if (sameInputs(then, now)) {
    if (session.people.seats === old) return [];
    const changed = values(session.people.seats).filter((seat) => seat !== old[seat.id]);
    return changed.map((seat) => standingIn(now, seat));
  }
  return values(session.people.seats).flatMap((seat) => {
    const standing = standingIn(now, seat);
    const was = old[seat.id];
    return was && sameInputs(standingIn(then, was), standing) ? [] : [standing];
  });
}

/** Seats that were there before and are not now: `before` may be of a state that never came to last. */
export function goneSeats(session: Session, before: Session | undefined): SeatId[] {
  const { seats } = session.people;
  if (!before || before.people.seats === seats) return [];
  return values(before.people.seats).flatMap(({ id }) => (seats[id] ? [] : [id]));
}
