import { type Fit, fitToLength, STRATEGIES, type Strategy } from '@werkraum/planning/replan';
import type { PhaseKind } from '@werkraum/protocol';
import { isDear } from '../../features/agenda/dear.ts';
import { checkedOf } from './checks/check.ts';
import { GATHERING_MS, inputsMs } from './checks/round-checks.ts';
import type { Draft } from './draft.ts';
import { withLengths } from './edits.ts';

/** One phase before and after. */
export interface FitSegment {
  id: string;
  kind: PhaseKind;
  title: string;
  beforeMs: number;
  /** Undefined: it is dropped. */
  afterMs: number | undefined;
}

/** One way to make the agenda as long as it should be. */
export interface FitOffer {
  strategy: Strategy;
  segments: readonly FitSegment[];
  totalMs: number;
  /** Missing even so; zero when it fits. */
  shortMs: number;
  /** Titles of rounds whose inputs no longer fit. */
  squeezed: readonly string[];
  /** Undefined: it changes nothing. */
  draft: Draft | undefined;
}

/** All ways side by side; ways that lead to the same agenda are named once. */
export function fitOffers(draft: Draft, lengthMs: number): readonly FitOffer[] {
  const { rounds, participants } = checkedOf(draft);
  const needs = new Map(rounds.map((round) => [round.phase.id, inputsMs(round, participants)]));
  const phases = draft.plan.phases.map(({ id, kind, plannedMs, minMs, locked }) => {
    const inputs = needs.get(id);
    return {
      ...{ id, plannedMs, minMs, dear: isDear(kind) },
      ...(locked && { locked }),
      ...(inputs !== undefined && { neededMs: inputs + GATHERING_MS }),
    };
  });
  const fits = STRATEGIES.map((strategy) => fitToLength(phases, lengthMs, strategy));
  const shapes = fits.map((fit) => JSON.stringify(fit.phases));
  return fits.filter((_, index) => shapes.indexOf(shapes[index] ?? '') === index).map((fit) => offerOf(draft, fit));
}

function offerOf(draft: Draft, { strategy, phases, totalMs, shortMs, squeezed }: Fit): FitOffer {
  const after = new Map(phases.map(({ id, plannedMs }) => [id, plannedMs]));
  const segments = draft.plan.phases.map(({ id, kind, title, plannedMs }) => ({
    ...{ id, kind, title, beforeMs: plannedMs, afterMs: after.get(id) },
  }));
  const changed = segments.some(({ beforeMs, afterMs }) => beforeMs !== afterMs);
  return {
    ...{ strategy, segments, totalMs, shortMs },
    squeezed: draft.plan.phases.filter(({ id }) => squeezed.includes(id)).map(({ title }) => title),
    draft: changed ? withLengths(draft, phases) : undefined,
  };
}
