import type { PhasePlan } from '@werkraum/protocol';
import { totalsOf } from '../totals.ts';
import { type Check, type Checked, check } from './check.ts';

/** Nobody should sit at a screen for longer than this without a break. */
const LONGEST_WITHOUT_BREAK_MS = 90 * 60_000;

/** Whether everything fits into the time there is. */
export function timeChecks({ plan }: Checked): Check[] {
  const { plannedMs, leastMs, availableMs, freeMs } = totalsOf(plan);
  const minutes = (ms: number) => Math.ceil(ms / 60_000);
  const at = { pane: 'programme' } as const;
  const short = plan.phases.flatMap(({ id, title, minMs, plannedMs: planned }) =>
    minMs > planned ? [check('hint', 'minimum-above-length', { ...at, phaseId: id, field: 'minimum' }, { title })] : [],
  );
  if (availableMs === undefined || freeMs === undefined || freeMs >= 0) return [...short, ...breakChecks(plan.phases)];
  const over =
    leastMs > availableMs
      ? check('hint', 'minima-over-end', at, { minutes: minutes(leastMs - availableMs) })
      : check('hint', 'over-end', at, { minutes: minutes(plannedMs - availableMs) });
  return [over, ...short, ...breakChecks(plan.phases)];
}

function breakChecks(phases: readonly PhasePlan[]): Check[] {
  let stretch: PhasePlan[] = [];
  let longest: PhasePlan[] = [];
  for (const phase of phases) {
    stretch = phase.kind === 'break' ? [] : [...stretch, phase];
    if (lengthOf(stretch) > lengthOf(longest)) longest = stretch;
  }
  const middle = longest.find((_, index) => lengthOf(longest.slice(0, index + 1)) > LONGEST_WITHOUT_BREAK_MS);
  if (!middle) return [];
  const at = { pane: 'programme', phaseId: middle.id } as const;
  return [check('hint', 'no-break', at, { minutes: Math.round(lengthOf(longest) / 60_000) })];
}

const lengthOf = (phases: readonly PhasePlan[]): number => phases.reduce((sum, { plannedMs }) => sum + plannedMs, 0);
