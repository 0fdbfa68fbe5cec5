import type { RotationTask } from '@werkraum/planning/rotation';
import type { PhaseId, RotationMethod, SeatId } from '@werkraum/protocol';
import { seedFrom } from '../breakouts/grouping.ts';
import type { Seat } from '../people/people.ts';
import { ids, values } from '../records.ts';
import { seatsOf, takesPart } from '../seats.ts';
import type { Session } from '../session.ts';
import { type Counted, seatingOf, taskOf } from './task.ts';

/** As many rounds as the planner takes; what was held long ago is left out first. */
const MOST_ROUNDS = 20;

/** What the planner is asked, with the ids that its positions stand for. */
export interface RotationQuestion {
  people: readonly SeatId[];
  /** The phase of each round of the task. */
  phases: readonly PhaseId[];
  task: RotationTask;
  /** Names all of it: two questions with the same basis are the same. */
  basis: string;
}

/** Why a rotation is worked out: what a request says about it. */
export interface Purpose {
  method: RotationMethod;
  seed: number;
}

/** What there is to plan; undefined when no round to come takes new groups, or nobody could meet [RO-20]. */
export function rotationQuestion(session: Session, { method, seed }: Purpose): RotationQuestion | undefined {
  const rounds = roundsToCount(session);
  const people = peopleToSeat(session, rounds);
  if (!rounds.some(({ free }) => free) || people.length < 2) return undefined;
  const order = people.map(({ id }) => id);
  const seatings = rounds.map(({ round }) => seatingOf(round, order));
  const task = taskOf(session, rounds, people, { method, seed });
  const phases = rounds.map(({ round }) => round.phaseId);
  return { people: order, phases, task, basis: basisOf([order, phases, method, seatings, task]) };
}

// Rounds in which people choose are not known before they gather, and rounds with the same groups follow another one.
function roundsToCount(session: Session): Counted[] {
  const { phases, running } = session.agenda;
  const begun = session.status === 'ended' ? phases.length : (running?.index ?? -1) + 1;
  const counted = phases.flatMap(({ id }, index): Counted[] => {
    const round = session.breakouts.rounds[id];
    if (!round) return [];
    if (index < begun) return round.openings > 0 ? [{ round, free: false }] : [];
    if (round.groups === 'new') return [{ round, free: true }];
    return round.groups === 'by-hand' && round.planned ? [{ round, free: false }] : [];
  });
  const ahead = counted.filter(({ free }) => free).slice(0, MOST_ROUNDS);
  const fixed = counted.filter(({ free }) => !free).slice(-(MOST_ROUNDS - ahead.length) || counted.length);
  return counted.filter((each) => ahead.includes(each) || fixed.includes(each));
}

/** Participants, and whoever else somebody seated or bound to a table [BR-3]. */
function peopleToSeat(session: Session, rounds: readonly Counted[]): Seat[] {
  const bound = values(session.rotation.rules).flatMap((rule) => ('seatId' in rule ? [rule.seatId] : []));
  const seated = new Set([...bound, ...rounds.flatMap(({ round }) => ids(round.seats))]);
  return seatsOf(session).filter((seat) => takesPart(seat) || seated.has(seat.id));
}

// Two hashes of 32 bits: what was made for another question is never taken for this one's.
function basisOf(parts: unknown): string {
  const text = JSON.stringify(parts);
  return [seedFrom(text), seedFrom(`${text.length}:${text}`)].map((hash) => hash.toString(36)).join('-');
}
