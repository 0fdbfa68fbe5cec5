import { countEncounters, NOWHERE, type Seating } from '../encounters.ts';
import { type MeetingBound, meetingBound } from './bound.ts';
import type { RotationFigures, RotationTask } from './task.ts';

/** What a plan is worth [RO-6]. Frozen rounds are counted as they were held, whatever the plan says of them. */
export const figuresOf = (task: RotationTask, plan: readonly Seating[]): RotationFigures =>
  figuresWithin(task, plan, meetingBound(task));

/** The same with a bound that is known already. */
export function figuresWithin(task: RotationTask, plan: readonly Seating[], bound: MeetingBound): RotationFigures {
  const held = task.rounds.map(({ frozen }, round) => frozen ?? plan[round] ?? []);
  const { pairs: byTimes } = countEncounters(task.people, held);
  const [, once = 0, twice = 0, ...often] = byTimes;
  const more = often.reduce((sum, count) => sum + count, 0);
  const met = once + twice + more;
  const { met: most, kind, pairs } = bound;
  return { met, never: Math.max(0, pairs - met), twice, more, pairs, bound: { met: most, kind }, perfect: met >= most };
}

/** How uneven tables are: the sum of squared sizes over all rounds. */
export function unevenness(plan: readonly Seating[]): number {
  const sizes = plan.flatMap((seating) => [...Map.groupBy(seating, (table) => table)]);
  return sizes.reduce((sum, [table, there]) => sum + (table === NOWHERE ? 0 : there.length ** 2), 0);
}

/** Seats that differ between two plans. */
export function changesBetween(plan: readonly Seating[], other: readonly Seating[]): number {
  return plan.reduce(
    (sum, seating, round) => sum + seating.filter((table, person) => table !== other[round]?.[person]).length,
    0,
  );
}
