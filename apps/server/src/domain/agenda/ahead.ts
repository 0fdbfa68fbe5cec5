import type { PhaseId, PhasePlan, Rejection } from '@werkraum/protocol';
import type { Agenda, Place } from './agenda.ts';

/** The phases that have not begun. What has begun is a beginning of the agenda, and nothing is put between it. */
export const phasesAhead = ({ phases, running }: Agenda): readonly PhasePlan[] =>
  phases.slice(running ? running.index + 1 : 0);

/** A phase that has not begun, or why there is none of this id. */
export function phaseAhead(agenda: Agenda, phaseId: PhaseId): PhasePlan | Rejection {
  const phase = agenda.phases.find(({ id }) => id === phaseId);
  if (!phase) return 'no-such-phase';
  return phasesAhead(agenda).includes(phase) ? phase : 'phase-already-begun';
}

/** Where dropped phases would stand again, put back one after another in this order: before the next of their followers. */
export function oldPlaces(agenda: Agenda, phaseIds: readonly PhaseId[]): Place[] {
  const there = new Set(phasesAhead(agenda).map(({ id }) => id));
  return phaseIds.map((phaseId) => {
    const followers = agenda.dropped.find(({ phase }) => phase.id === phaseId)?.followers ?? [];
    const before = followers.find((id) => there.has(id));
    there.add(phaseId);
    return { phaseId, ...(before && { before }) };
  });
}

/** Whether the last re-plan can be taken back: none of the phases it shortened or stretched has begun [AG-19]. */
export function canUndoReplan(agenda: Agenda): boolean {
  const { replanned, running } = agenda;
  if (!replanned || !running) return false;
  const { lengths, dropped, phaseId } = replanned;
  if (lengths.length === 0 && dropped.length === 0) return agenda.phases[running.index]?.id === phaseId;
  const begun = new Set(agenda.phases.slice(0, running.index + 1).map(({ id }) => id));
  return [...lengths.map((length) => length.phaseId), ...dropped].every((id) => !begun.has(id));
}
