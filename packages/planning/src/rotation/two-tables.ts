import type { Shape } from './bound.ts';

/**
 * The most pairs that meet when everybody is split between two tables up to three times; infinite where this does not
 * apply.
 *
 * Write down for each person at which of the two tables they sit in each round. Two people never meet exactly when their
 * notes are opposite in every round. So people fall into pairs of opposite notes (one pair for one round, two for two, four for
 * three), and with s people of one note and t of its opposite, s · t pairs miss each other. With d = s − t and m = min(s, t)
 * that is m · (|d| + m). The rounds' sizes say what sums and differences of the d must come to; all d that do are tried.
 */
export function twoTablesBound(shapes: readonly Shape[]): number {
  const people = shapes[0]?.present.size ?? 0;
  const fits = shapes.every(({ open, present }) => open === 2 && present.size === people);
  const everywhere = shapes.every(({ present }) => [...present].every((person) => shapes[0]?.present.has(person)));
  if (!fits || !everywhere || shapes.length === 0 || shapes.length > 3) return Number.POSITIVE_INFINITY;
  let least = Number.POSITIVE_INFINITY;
  const everyLean = leansOf(shapes, people);
  if (everyLean.length * people ** 2 > MOST_WORK) return Number.POSITIVE_INFINITY;
  for (const leans of everyLean) {
    for (const differences of everyDifference(leans, people)) {
      least = Math.min(least, missed(differences, people));
    }
    if (least === 0) break;
  }
  return Number.isFinite(least) ? (people * (people - 1)) / 2 - least : Number.POSITIVE_INFINITY;
}

/** With wide limits everybody can meet, and trying to prove otherwise would take long. */
const MOST_WORK = 2_000_000;

/** Per round, how many more people sit at the first table than at the second. */
function leansOf(shapes: readonly Shape[], people: number): number[][] {
  const perRound = shapes.map(({ least, most }) => {
    const [low, high] = [Math.max(least, people - most), Math.min(most, people - least)];
    return Array.from({ length: Math.max(0, high - low + 1) }, (_, more) => 2 * (low + more) - people);
  });
  return perRound.reduce<number[][]>((all, leans) => all.flatMap((one) => leans.map((lean) => [...one, lean])), [[]]);
}

/** Differences of opposite notes that give these leans. */
function everyDifference([one = 0, two, three]: readonly number[], people: number): number[][] {
  if (two === undefined) return [[one]];
  if (three === undefined) return [[(one + two) / 2, (one - two) / 2]];
  const all: number[][] = [];
  // Notes AAA, AAB, ABA, BAA less their opposites; the first can be anything.
  for (let same = -people; same <= people; same++) {
    all.push([same, (one + two) / 2 - same, (one + three) / 2 - same, (two + three) / 2 - same]);
  }
  return all;
}

/** Pairs missed at least with these differences; infinite when so many people cannot be split like that. */
function missed(differences: readonly number[], people: number): number {
  const sizes = differences.map(Math.abs);
  const doubled = people - sizes.reduce((total, size) => total + size, 0);
  const whole = differences.every(Number.isInteger) && doubled >= 0 && doubled % 2 === 0;
  if (!whole) return Number.POSITIVE_INFINITY;
  const smaller = sizes.map(() => 0);
  let sum = 0;
  for (let left = doubled / 2; left > 0; left--) {
    // One more on both sides costs |d| + 2m + 1: always where that is least, since it only grows.
    const costs = sizes.map((size, at) => size + 2 * (smaller[at] ?? 0) + 1);
    const cheapest = costs.indexOf(Math.min(...costs));
    smaller[cheapest] = (smaller[cheapest] ?? 0) + 1;
    sum += costs[cheapest] ?? 0;
  }
  return sum;
}
