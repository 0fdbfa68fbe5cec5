import { NOWHERE } from '../encounters.ts';
import { partnersOf } from './could-meet.ts';
import { mostRounds } from './known.ts';
import { limitsToTry } from './limits.ts';
import { groupsOf, presentIn, rulesOf } from './rules.ts';
import { type Course, courseOf } from './seat-round.ts';
import type { BoundKind, RotationTask } from './task.ts';
import { twoTablesBound } from './two-tables.ts';

/** How many different pairs can meet at most, and why not more. */
export interface MeetingBound {
  met: number;
  /** Pairs that could meet if there were rounds enough; `pairs − met` at least miss each other. */
  pairs: number;
  kind: BoundKind;
  reason: BoundReason;
}

/**
 * - `everybody`: every pair could meet, as far as we can tell;
 * - `seats`: there are too few rounds, or tables are too small;
 * - `crossing`: tables have so many people that some must meet again in the next round;
 * - `two-tables`: no way of splitting people in two so often lets everybody meet;
 * - `schedule`: the literature says that there is no schedule without repeats.
 */
export type BoundReason = 'everybody' | 'seats' | 'crossing' | 'two-tables' | 'schedule';

/** One round as the bounds see it. */
export interface Shape {
  /** Who is there. */
  readonly present: ReadonlySet<number>;
  /** Tables in use. */
  readonly open: number;
  readonly least: number;
  readonly most: number;
  /** People per table where that is settled: in frozen rounds. */
  readonly seated?: readonly (readonly number[])[];
}

/** The most different pairs that can meet, as far as simple arguments tell; each is explained beside its function. */
export function meetingBound(task: RotationTask, courses: readonly Course[] = coursesOf(task)): MeetingBound {
  const partners = partnersOf(task);
  const pairs = sum(partners) / 2;
  const shapes = shapesOf(task, courses);
  const candidates: [number, BoundReason, BoundKind][] = [
    [pairs, 'everybody', 'proven'],
    [twoTablesBound(shapes), 'two-tables', 'proven'],
    [seatsBound(task, shapes, partners), 'seats', 'proven'],
    [crossingBound(shapes), 'crossing', 'proven'],
    [scheduleBound(shapes), 'schedule', 'known'],
  ];
  const [met, reason, kind] = candidates.reduce((best, one) => (one[0] < best[0] ? one : best));
  return { met, pairs, kind, reason };
}

function coursesOf(task: RotationTask): Course[] {
  return rulesOf(task).map((rules) => {
    const course = courseOf(rules);
    // A round that cannot be seated has no plan to bound; its own limits will do.
    if ('limits' in course) return course;
    const [limits = { open: 0, least: 0, most: 0 }] = limitsToTry(rules);
    return { rules, limits };
  });
}

function shapesOf(task: RotationTask, courses: readonly Course[]): Shape[] {
  return task.rounds.map(({ frozen }, round) => {
    const present = new Set(presentIn(task, round));
    if (!frozen) {
      const { open, least, most } = courses.find(({ rules }) => rules.round === round)?.limits ?? NO_TABLE;
      return { present, open, least, most };
    }
    const seated = [...Map.groupBy(present, (person) => frozen[person] ?? NOWHERE).values()];
    const sizes = seated.map(({ length }) => length);
    return { present, seated, open: sizes.length, least: Math.min(...sizes), most: Math.max(0, ...sizes) };
  });
}

const NO_TABLE = { open: 0, least: 0, most: 0 };

/**
 * Seats: a round cannot let more pairs meet than its tables hold, and nobody meets more others than sit beside them over
 * all rounds. Who is kept together meets again in each round, which uses up seats.
 */
function seatsBound(task: RotationTask, shapes: readonly Shape[], partners: readonly number[]): number {
  const again = repeatsPerPerson(task);
  const perRound = sum(shapes.map(mostPairs)) - sum(again) / 2;
  const perPerson = partners.map((count, person) => {
    const seats = shapes.map(({ present, most }) => (present.has(person) ? Math.max(0, most - 1) : 0));
    return Math.min(count, sum(seats) - (again[person] ?? 0));
  });
  return Math.min(perRound, Math.floor(sum(perPerson) / 2));
}

/** Per person, how many seats beside them are taken by somebody they are kept together with and sat beside before. */
function repeatsPerPerson(task: RotationTask): number[] {
  const groups = groupsOf(task);
  const seen = new Map<string, number>();
  const again = groups.map(() => 0);
  for (const [round, { frozen }] of task.rounds.entries()) {
    if (frozen) continue;
    for (const group of Map.groupBy(presentIn(task, round), (person) => groups[person]).values()) {
      for (const one of group) {
        for (const other of group) {
          if (one === other) continue;
          const times = seen.get(`${one} ${other}`) ?? 0;
          seen.set(`${one} ${other}`, times + 1);
          if (times > 0) again[one] = (again[one] ?? 0) + 1;
        }
      }
    }
  }
  return again;
}

/** The most pairs one round can hold: tables as uneven as the limits allow. */
function mostPairs({ present, open, least, most, seated }: Shape): number {
  if (seated) return sum(seated.map(({ length }) => choose2(length)));
  let spare = present.size - open * least;
  return sum(
    Array.from({ length: open }, () => {
      const extra = Math.min(most - least, spare);
      spare -= extra;
      return choose2(least + extra);
    }),
  );
}

/**
 * Crossing: people of one table spread over the tables of another round; where they are more than those tables, some meet
 * again. Evenly spread they do so least, because pairs grow with the square. Let X be the pairs that any two rounds have
 * in common at least. Somebody met c times stands for c(c − 1) ÷ 2 of X and wastes c − 1 meetings, which is at least
 * 2 ÷ R for each of X in R rounds.
 */
function crossingBound(shapes: readonly Shape[]): number {
  const held = shapes.filter(({ open }) => open > 0);
  const common = sum(
    held.flatMap((one, at) => held.slice(at + 1).map((other) => Math.max(inCommon(one, other), inCommon(other, one)))),
  );
  return sum(held.map(mostPairs)) - Math.ceil((2 * common) / Math.max(1, held.length) - 1e-9);
}

function inCommon(one: Shape, other: Shape): number {
  const both = [...one.present].filter((person) => other.present.has(person)).length;
  const rows = one.seated
    ? one.seated.map((table) => table.filter((person) => other.present.has(person)).length)
    : evenly(both, one.open);
  return sum(rows.map((row) => pairsEvenly(row, other.open)));
}

/** Known schedules: without repeats there are only so many rounds, and each round beyond them repeats a pair at least. */
function scheduleBound(shapes: readonly Shape[]): number {
  const [first] = shapes;
  const everybody = first?.present.size ?? 0;
  const size = everybody / (first?.open ?? 1);
  const plain = shapes.every(
    ({ present, open, least, most, seated }) =>
      !seated && open === first?.open && least === size && most === size && present.size === everybody,
  );
  const most = first && plain ? mostRounds(first.open, size) : undefined;
  if (most === undefined) return Number.POSITIVE_INFINITY;
  return sum(shapes.map(mostPairs)) - Math.max(0, shapes.length - most);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const choose2 = (count: number): number => (count * (count - 1)) / 2;

const evenly = (count: number, parts: number): number[] =>
  Array.from({ length: parts }, (_, part) => Math.floor((count + part) / parts));

/** Pairs within parts that are as even as can be. */
function pairsEvenly(count: number, parts: number): number {
  const each = Math.floor(count / parts);
  const larger = count - each * parts;
  return larger * choose2(each + 1) + (parts - larger) * choose2(each);
}
