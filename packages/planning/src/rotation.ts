import { coursesOrConflict } from './rotation/conflict.ts';
import { figuresWithin } from './rotation/figures.ts';
import { isPerfect, isSpread, type Search, searchFor, workOn } from './rotation/search.ts';
import type { RotationOutcome, RotationTask } from './rotation/task.ts';

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
const WORK = 150_000;
const DEFAULT_EFFORT = { steps: 300 };

/** `steps` pieces of work, some milliseconds each; looking at ready-made schedules is not counted. */
export interface RotationEffort {
  steps: number;
}

/**
 * Seats people for all rounds so that as many pairs as possible meet [RO-1]. Deterministic. Each `next()` works for a few
 * milliseconds and yields the best plan so far; it returns when nothing better is possible or the effort is used up [RO-10].
 * With a contradiction between rules it returns at once [RO-5]. The last outcome is returned, not yielded: a `for … of` or a
 * spread does not see it.
 */
export function* planRotation(
  task: RotationTask,
  effort: RotationEffort = DEFAULT_EFFORT,
): Generator<RotationOutcome, RotationOutcome> {
  const rules = coursesOrConflict(task);
  if ('conflict' in rules) return { ok: false, conflict: rules.conflict };
  const search = searchFor(task, rules.courses);
  let polishing = Math.ceil(effort.steps / 10);
  for (let step = 0; step < effort.steps; ) {
    if (isPerfect(search) && (isSpread(search) || --polishing < 0)) break;
    yield outcomeOf(search, false);
    if (workOn(search, WORK)) step++;
  }
  return outcomeOf(search, true);
}

function outcomeOf({ task, bound, best }: Search, done: boolean): RotationOutcome {
  return { ok: true, plan: best.plan, figures: figuresWithin(task, best.plan, bound), done };
}
