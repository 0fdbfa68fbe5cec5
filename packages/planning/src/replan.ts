import { cheapestDrop, reliefs } from './replan/dropping.ts';
import { type Fit, type PhaseToFit, STRATEGIES, type Strategy } from './replan/fit.ts';
import { resized } from './replan/resizing.ts';
import { grainOf } from './replan/steps.ts';

export { type Fit, type PhaseToFit, type Relief, STRATEGIES, type Strategy } from './replan/fit.ts';

/**
 * Makes phases take `lengthMs` together, to the millisecond where minima and locks allow: shortens them, or stretches
 * them when there is more time. Lengths stay whole minutes (half minutes or seconds, when phases are that short) but for
 * one, which takes the odd rest. Deterministic; asking for the same length again changes nothing; asking for less never
 * lengthens a phase (except with `drop`, where another phase may go instead).
 */
export function fitToLength(phases: readonly PhaseToFit[], lengthMs: number, strategy: Strategy): Fit {
  const surplus = sumOf(phases) - lengthMs;
  return strategy === 'drop' && surplus > 0
    ? fitOf(phases, cheapestDrop(phases, lengthMs), lengthMs, strategy)
    : fitOf(phases, resized(phases, surplus, strategy), lengthMs, strategy);
}

/** A session that runs: what is still to come, and when it can begin and must be over. Instants in milliseconds. */
export interface Situation {
  /** When the running phase will be over, if nothing changes. */
  readonly freeAt: number;
  /** The instant by which everything should be over. */
  readonly until: number;
  readonly ahead: readonly PhaseToFit[];
}

/** A fit with the instant at which the session would end. */
export interface Replan extends Fit {
  readonly endsAt: number;
}

/**
 * Fits what is to come into the time that is left. In contrast to `fitToLength` no phase takes an odd rest: what is taken
 * is rounded up and what is given back rounded down to whole minutes (half minutes, seconds), so that the end is met with
 * less than that to spare, and a preview does not change with every second.
 */
export function replan({ freeAt, until, ahead }: Situation, strategy: Strategy): Replan {
  const planned = sumOf(ahead);
  const availableMs = until - freeAt;
  const grainMs = grainOf(ahead);
  const surplus = planned - availableMs;
  const calm = fitToLength(ahead, planned - Math.ceil(surplus / grainMs) * grainMs, strategy);
  const asExact = calm.shortMs > 0 || (strategy === 'drop' && surplus > 0);
  const fit = asExact ? fitToLength(ahead, availableMs, strategy) : restated(calm, availableMs);
  return { ...fit, endsAt: freeAt + fit.totalMs };
}

/** Every strategy's answer side by side, without those that end up the same as an earlier one. */
export function replans(situation: Situation): readonly Replan[] {
  const all = STRATEGIES.map((strategy) => replan(situation, strategy));
  const shapes = all.map(({ phases }) => JSON.stringify(phases));
  return all.filter((_, at) => shapes.indexOf(shapes[at] ?? '') === at);
}

function fitOf(phases: readonly PhaseToFit[], kept: Fit['phases'], lengthMs: number, strategy: Strategy): Fit {
  const lengths = new Map(kept.map(({ id, plannedMs }) => [id, plannedMs]));
  const totalMs = sumOf(kept);
  const isSqueezed = ({ id, plannedMs, neededMs = 0 }: PhaseToFit) =>
    plannedMs >= neededMs && (lengths.get(id) ?? neededMs) < neededMs;
  const fit: Fit = {
    strategy,
    phases: kept,
    dropped: phases.flatMap(({ id }) => (lengths.has(id) ? [] : [id])),
    totalMs,
    shortMs: Math.max(0, totalMs - lengthMs),
    spareMs: Math.max(0, lengthMs - totalMs),
    squeezed: phases.filter(isSqueezed).map(({ id }) => id),
    reliefs: [],
  };
  return fit.shortMs > 0 ? { ...fit, reliefs: reliefs(phases, lengthMs) } : fit;
}

const restated = (fit: Fit, lengthMs: number): Fit => ({
  ...fit,
  shortMs: Math.max(0, fit.totalMs - lengthMs),
  spareMs: Math.max(0, lengthMs - fit.totalMs),
});

const sumOf = (phases: readonly { readonly plannedMs: number }[]): number =>
  phases.reduce((sum, { plannedMs }) => sum + plannedMs, 0);
