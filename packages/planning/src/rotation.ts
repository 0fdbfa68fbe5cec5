import type { Seating } from './encounters.ts';
import { type Random, randomFrom } from './random.ts';
import { type Cooling, cool, coolingOf } from './rotation/anneal.ts';
import { boardOf, chairsFor, planFrom, pricesFor } from './rotation/board.ts';
import { type MeetingBound, meetingBound } from './rotation/bound.ts';
import { coursesOrConflict } from './rotation/conflict.ts';
import { changesBetween, figuresWithin, unevenness } from './rotation/figures.ts';
import { hallOf } from './rotation/moves.ts';
import { copyOf } from './rotation/rules.ts';
import { type Course, seatRound } from './rotation/seat-round.ts';
import type { RotationFigures, RotationOutcome, RotationTask } from './rotation/task.ts';

export { type BoundReason, type MeetingBound, meetingBound } from './rotation/bound.ts';
export { figuresOf } from './rotation/figures.ts';
export {
  type BoundKind,
  plainTask,
  type RotationConflict,
  type RotationFigures,
  type RotationOutcome,
  type RotationRound,
  type RotationTask,
} from './rotation/task.ts';

/** Looks at pairs per step: a few milliseconds. */
const WORK = 300_000;
const DEFAULT_EFFORT = { steps: 300 };

/** What a plan is compared by, the most important first; less is better. */
type Worth = readonly number[];

interface Found {
  plan: readonly Seating[];
  worth: Worth;
}

interface Search {
  readonly task: RotationTask;
  readonly courses: readonly Course[];
  readonly bound: MeetingBound;
  readonly random: Random;
  best: Found;
}

/**
 * Seats people for all rounds so that as many pairs as possible meet [RO-1]. Deterministic. Each `next()` works for a few
 * milliseconds and yields the best plan so far; it returns when nothing better is possible or the effort is used up.
 * With a contradiction between rules it returns at once.
 */
export function* planRotation(
  task: RotationTask,
  effort: { steps: number } = DEFAULT_EFFORT,
): Generator<RotationOutcome, RotationOutcome> {
  const rules = coursesOrConflict(task);
  if ('conflict' in rules) return { ok: false, conflict: rules.conflict };
  const { courses } = rules;
  const random = randomFrom(task.seed);
  const bound = meetingBound(task, courses);
  const plan = seatAll(task, courses, task.start ?? [], random);
  const search: Search = { task, courses, bound, random, best: found(task, plan) };
  let cooling = startCooling(search, search.best.plan, 0);
  for (let step = 0, run = 0; step < effort.steps && !isDone(search); step++) {
    yield outcomeOf(search, false);
    cool(cooling, WORK, enoughFor(search));
    take(search, cooling);
    if (cooling.done < cooling.work) continue;
    run++;
    cooling = startCooling(search, run % 2 === 1 ? search.best.plan : seatAll(task, courses, [], random), run);
  }
  return outcomeOf(search, true);
}

function outcomeOf({ task, bound, best }: Search, done: boolean): RotationOutcome {
  const figures: RotationFigures = figuresWithin(task, best.plan, bound);
  return { ok: true, plan: best.plan, figures, done };
}

/** Every round seated as wanted where that keeps to the rules, by chance where nothing is wanted. */
function seatAll(
  { people, rounds }: RotationTask,
  courses: readonly Course[],
  wanted: readonly Seating[],
  random: Random,
): Seating[] {
  return rounds.map(({ frozen }, round) => {
    const course = courses.find(({ rules }) => rules.round === round);
    return frozen || !course ? copyOf(people, frozen) : seatRound(course, wanted[round] ?? [], random);
  });
}

function found(task: RotationTask, plan: readonly Seating[]): Found {
  const { score } = boardOf(task.people, plan, tablesOf(task), chairsFor([], plan));
  const changes = task.start ? changesBetween(plan, task.start) : 0;
  return { plan, worth: [-score.met, score.squares, unevenness(plan), changes] };
}

/** One more than any table's number: frozen rounds may have had others. */
const tablesOf = ({ rounds }: RotationTask): number =>
  1 + Math.max(0, ...rounds.flatMap(({ tables, frozen = [] }) => [tables - 1, ...frozen]));

function startCooling({ task, courses, random }: Search, plan: readonly Seating[], run: number): Cooling {
  const board = boardOf(task.people, plan, tablesOf(task), chairsFor(courses, plan));
  const prices = pricesFor(task.rounds.length);
  const unit = 2 * task.rounds.length + 2;
  const warm = run % 2 === 0 ? 1 : 0.4;
  return coolingOf(hallOf(board, prices, courses), random, {
    from: warm * unit,
    to: 0.08 * unit,
    work: WORK * 2 ** Math.min(6, 1 + run / 2),
  });
}

function take(search: Search, { hall, best }: Cooling): void {
  const next = found(search.task, planFrom(hall.board, best.seats));
  if (isBetter(next.worth, search.best.worth)) search.best = next;
}

function isBetter(one: Worth, other: Worth): boolean {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
}

const isDone = ({ bound, best: { worth } }: Search): boolean => -(worth[0] ?? 0) >= bound.met;

const enoughFor = ({ bound }: Search) => ({ met: bound.met, squares: Number.POSITIVE_INFINITY });
