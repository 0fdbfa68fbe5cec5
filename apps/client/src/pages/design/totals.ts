import type { PhaseId, PhasePlan, SessionPlan } from '@werkraum/protocol';

/** A plan's times against what there is. All in milliseconds. */
export interface Totals {
  plannedMs: number;
  /** The shortest the whole may become: minima, and locked phases as they are. */
  leastMs: number;
  /** Undefined: nobody said when it has to be over. */
  availableMs: number | undefined;
  /** Time that is left; below zero it is missing. */
  freeMs: number | undefined;
}

export function totalsOf({ phases, hardEndMs }: Pick<SessionPlan, 'phases' | 'hardEndMs'>): Totals {
  const plannedMs = phases.reduce((sum, phase) => sum + phase.plannedMs, 0);
  const leastMs = phases.reduce((sum, phase) => sum + leastOf(phase), 0);
  const freeMs = hardEndMs === undefined ? undefined : hardEndMs - plannedMs;
  return { plannedMs, leastMs, availableMs: hardEndMs, freeMs };
}

const leastOf = ({ locked, minMs, plannedMs }: PhasePlan): number => (locked ? plannedMs : Math.min(minMs, plannedMs));

/** When each phase begins, counted from the workshop's beginning. */
export function offsetsOf({ phases }: Pick<SessionPlan, 'phases'>): ReadonlyMap<PhaseId, number> {
  let at = 0;
  return new Map(
    phases.map(({ id, plannedMs }) => {
      const begins = at;
      at += plannedMs;
      return [id, begins];
    }),
  );
}
