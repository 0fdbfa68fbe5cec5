import type { PhaseToFit } from './fit.ts';

/** No phase is planned shorter than this, whatever its minimum says. */
const SHORTEST_MS = 1_000;

const MINUTE = 60_000;

/**
 * What lengths are rounded to: minutes for an ordinary agenda, half minutes for short phases, seconds for a rehearsal. What
 * phases were before counts too, so that a plan that was applied is not looked at more closely than it was made.
 */
export function grainOf(phases: readonly PhaseToFit[]): number {
  const longest = Math.max(0, ...phases.map(({ plannedMs, wishMs = 0 }) => Math.max(plannedMs, wishMs)));
  return longest >= 5 * MINUTE ? MINUTE : longest >= 2 * MINUTE ? MINUTE / 2 : 1_000;
}

/** How much shorter a phase may become. */
export function slackOf({ plannedMs, minMs, locked }: PhaseToFit): number {
  return locked ? 0 : Math.max(0, plannedMs - Math.max(minMs, SHORTEST_MS));
}

/** How much longer a phase may become: back to its wish, without one as far as there is room. */
export function roomOf({ plannedMs, wishMs, locked }: PhaseToFit): number {
  return locked ? 0 : wishMs === undefined ? Number.POSITIVE_INFINITY : Math.max(0, wishMs - plannedMs);
}

/** Which phase gives (or gets) the next step: the one with the highest figure, of equals the later one. */
export type Rank = (phase: Moving) => number;

/** A phase while time is being moved. */
export interface Moving {
  /** Its position, from 0. */
  readonly at: number;
  readonly plannedMs: number;
  /** How much it may change at most. */
  readonly limitMs: number;
  /** How much it has changed so far. */
  movedMs: number;
}

/**
 * Moves `amountMs` in steps of a grain, each at the phase that ranks first at that moment, and tells how much each phase
 * moved. A larger amount begins with the very same steps, so nobody gives less because more is needed: dividing with
 * remainders would not have that property (it is the Alabama paradox of apportionment).
 */
export function moveInSteps(phases: Moving[], amountMs: number, grainMs: number, rank: Rank, sign: 1 | -1): void {
  for (let left = amountMs; left > 0; ) {
    const phase = first(phases, rank);
    if (!phase) return;
    const step = Math.min(left, stepOf(phase, grainMs, sign));
    phase.movedMs += step;
    left -= step;
  }
}

// The first step of a phase makes its length a round one.
function stepOf({ plannedMs, limitMs, movedMs }: Moving, grainMs: number, sign: 1 | -1): number {
  const over = (plannedMs + sign * movedMs) % grainMs;
  const step = over === 0 ? grainMs : sign < 0 ? over : grainMs - over;
  return Math.min(step, limitMs - movedMs);
}

function first(phases: readonly Moving[], rank: Rank): Moving | undefined {
  let best: Moving | undefined;
  let figure = Number.NEGATIVE_INFINITY;
  for (const phase of phases) {
    if (phase.movedMs >= phase.limitMs) continue;
    const own = rank(phase);
    if (own >= figure) [best, figure] = [phase, own];
  }
  return best;
}
