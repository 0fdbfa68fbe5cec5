import { NOWHERE, type Seating } from '../encounters.ts';
import { type Random, randomFrom } from '../random.ts';
import { type Cooling, cool, coolingOf } from './anneal.ts';
import { boardOf, chairsFor, neverCost, planFrom, pricesFor } from './board.ts';
import { type MeetingBound, meetingBound } from './bound.ts';
import { changesBetween, unevenness } from './figures.ts';
import { hallOf } from './moves.ts';
import { preparedPlans } from './prepared.ts';
import { relabelled } from './relabel.ts';
import { copyOf } from './rules.ts';
import { type Course, seatRound } from './seat-round.ts';
import type { RotationTask } from './task.ts';

/** A search for the best plan, between two steps. */
export interface Search {
  readonly task: RotationTask;
  readonly courses: readonly Course[];
  readonly bound: MeetingBound;
  readonly random: Random;
  /** Where nothing is left to gain. */
  readonly enough: { met: number; squares: number };
  /** Ready-made schedules that have not been looked at yet. */
  readonly prepared: Iterator<readonly Seating[], undefined>;
  best: Found;
  /** How many coolings are over, and the one under way. */
  run: number;
  cooling?: Cooling | undefined;
}

interface Found {
  readonly plan: readonly Seating[];
  /** What a plan is compared by, the most important first; less is better [RO-1]. */
  readonly worth: readonly [met: number, squares: number, unevenness: number, changes: number];
}

/** A search that knows a plan: the one there was, or one by chance. */
export function searchFor(task: RotationTask, courses: readonly Course[]): Search {
  const random = randomFrom(task.seed);
  const bound = meetingBound(task, courses);
  const best = foundAt(task, courses, seatAll(task, courses, task.start ?? [], random));
  const enough = { met: bound.met, squares: evenSquares(best.plan, bound.met) };
  return { task, courses, bound, random, enough, best, prepared: preparedPlans(task, courses, random), run: 0 };
}

/**
 * One step: a look at the next ready-made schedule, and when there are no more, so much work on what is there. Returns
 * whether that was work.
 */
export function workOn(search: Search, work: number): boolean {
  const { task, courses, random, enough } = search;
  const { value: wanted } = search.prepared.next();
  if (wanted) {
    consider(search, foundAt(task, courses, seatAll(task, courses, wanted, random)));
    return false;
  }
  search.cooling ??= coolingFor(search);
  cool(search.cooling, work, enough);
  take(search, search.cooling);
  if (search.cooling.done >= search.cooling.work) {
    // Where it came to rest, people may be nearer to where they were.
    consider(search, foundAt(task, courses, planFrom(search.cooling.hall.board, search.cooling.hall.board.seats)));
    search.cooling = undefined;
    search.run++;
  }
  return true;
}

function consider(search: Search, found: Found): void {
  if (isBetter(found, search.best)) search.best = found;
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

/** The least sum of squared meetings where so many pairs meet: each as often as the others, or once more. */
function evenSquares(plan: readonly Seating[], met: number): number {
  const seats = plan.flat().filter((table) => table !== NOWHERE).length;
  const meetings = (unevenness(plan) - seats) / 2;
  const times = met === 0 ? 0 : Math.floor(meetings / met);
  const extra = meetings - times * met;
  return extra * (times + 1) ** 2 + (met - extra) * times ** 2;
}

function foundAt(task: RotationTask, courses: readonly Course[], seatings: readonly Seating[]): Found {
  const plan = task.start ? nearTo(task.start, courses, seatings) : seatings;
  const { score } = boardOf(task.people, plan, tablesOf(task), chairsFor([], plan));
  const changes = task.start ? changesBetween(plan, task.start) : 0;
  return { plan, worth: [-score.met, score.squares, unevenness(plan), changes] };
}

/** The same plan with tables named so that people change seats as little as possible. */
function nearTo(start: readonly Seating[], courses: readonly Course[], plan: readonly Seating[]): Seating[] {
  return plan.map((seating, round) => {
    const rules = courses.find((course) => course.rules.round === round)?.rules;
    return rules ? relabelled(rules, seating, start[round] ?? []) : seating;
  });
}

/** One more than any table's number: frozen rounds may have had others. */
const tablesOf = ({ rounds }: RotationTask): number =>
  1 + Math.max(0, ...rounds.flatMap(({ tables, frozen = [] }) => [tables - 1, ...frozen]));

/** Looks at pairs in the first cooling; later ones are longer. */
const FIRST_WORK = 600_000;

/**
 * The next cooling: from the best plan so far and lukewarm, or from chance and hot, in turn and ever longer. Where there was a
 * plan before, the first is cold, and all end colder, so that people return to their tables where nothing speaks against it.
 */
function coolingFor({ task, courses, random, best, run }: Search): Cooling {
  const fromBest = run % 2 === 0;
  const plan = fromBest ? best.plan : seatAll(task, courses, [], random);
  const board = boardOf(task.people, plan, tablesOf(task), chairsFor(courses, plan));
  const { start } = task;
  const home = start && Int16Array.from(task.rounds.flatMap((_, round) => copyOf(task.people, start[round])));
  const warmth = start && run === 0 ? COLD : fromBest ? LUKEWARM : HOT;
  const never = neverCost(task.rounds.length);
  return coolingOf(hallOf(board, pricesFor(task.rounds.length), courses, home), random, {
    from: warmth * never,
    to: (start ? FROZEN : COLD) * never,
    work: FIRST_WORK * 2 ** Math.min(6, run / 2),
  });
}

// Temperatures, where 1 takes every second change that parts two people who meet nowhere else, roughly.
const [HOT, LUKEWARM, COLD, FROZEN] = [1, 0.4, 0.08, 0.0002];

/** Takes over what a cooling has found, if it is better. */
function take(search: Search, { hall, best }: Cooling): void {
  const [never, squares] = search.best.worth;
  if (-best.met > never || (-best.met === never && best.squares > squares)) return;
  consider(search, foundAt(search.task, search.courses, planFrom(hall.board, best.seats)));
}

function isBetter({ worth: one }: Found, { worth: other }: Found): boolean {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
}

/** No plan lets more pairs meet. */
export const isPerfect = ({ enough, best: { worth } }: Search): boolean => -worth[0] >= enough.met;

/** Repeats could not be fewer, or spread more evenly. */
export const isSpread = ({ enough, best: { worth } }: Search): boolean => worth[1] <= enough.squares;
