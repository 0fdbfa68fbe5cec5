import { planRotation, type RotationTask } from '@werkraum/planning/rotation';
import type { Round } from '../breakouts/breakouts.ts';
import type { Seats } from '../breakouts/grouping.ts';
import type { Seat } from '../people/people.ts';
import { ids, values } from '../records.ts';
import { indexOfPhase, seatOf, takesPart } from '../seats.ts';
import type { Session } from '../session.ts';
import { type Counted, seatsOfPlan, taskOf } from './task.ts';

/** A few milliseconds each: whoever opens a round is waiting. */
const STEPS = { steps: 3 };
/** So many rounds before this one are counted, the newest. */
const MOST_BEFORE = 19;

/**
 * Groups for one round by itself, by the rules of seating, in which these people meet whom they have not met in the rounds
 * before. Undefined when the rules cannot be kept. The same seed gives the same groups [BR-2].
 */
export function groupsForRound(
  session: Session,
  round: Round,
  people: readonly Seat[],
  seed: number,
): Seats | undefined {
  const everybody = [...people, ...boundHere(session, round)];
  return planned(everybody, round, taskOf(session, counted(session, round), everybody, { method: 'anew', seed }));
}

/** The same without any rules: for a round that must open now. */
export function groupsWithoutRules(session: Session, round: Round, people: readonly Seat[], seed: number): Seats {
  const ruleless = { ...session, rotation: { rules: {} } };
  const { sizes: _limits, ...free } = round;
  const task = taskOf(ruleless, counted(ruleless, free), people, { method: 'anew', seed });
  return planned(people, free, task) ?? {};
}

function planned(people: readonly Seat[], round: Round, task: RotationTask): Seats | undefined {
  if (people.length === 0) return {};
  const work = planRotation(task, STEPS);
  let step = work.next();
  while (!step.done) step = work.next();
  const order = people.map(({ id }) => id);
  return step.value.ok ? seatsOfPlan(order, step.value.plan.at(-1) ?? [], round) : undefined;
}

function counted({ agenda, breakouts, ...session }: Session, round: Round): Counted[] {
  const before = agenda.phases.slice(0, indexOfPhase({ agenda, breakouts, ...session }, round.phaseId));
  const held = before.flatMap(({ id }): Counted[] => {
    const earlier = breakouts.rounds[id];
    return earlier && ids(earlier.seats).length > 0 ? [{ round: earlier, free: false }] : [];
  });
  return [...held.slice(-MOST_BEFORE), { round: { ...round, seats: {} }, free: true }];
}

/** Staff and speakers whom a rule binds to a table of this round. */
const boundHere = (session: Session, { phaseId }: Round): Seat[] => {
  const bound = values(session.rotation.rules).flatMap((rule) => {
    if (rule.kind === 'pin') return rule.phaseId === phaseId ? [rule.seatId] : [];
    return rule.kind === 'host' ? [rule.seatId] : [];
  });
  return [...new Set(bound)].flatMap((seatId) => {
    const seat = seatOf(session, seatId);
    return seat && !takesPart(seat) && seat.admission !== 'removed' ? [seat] : [];
  });
};
