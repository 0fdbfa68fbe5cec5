import type { PhaseToFit, Situation } from '@werkraum/planning/replan';
import { type AgendaView, forecast, type Instant, type PhaseId, type PhaseView } from '@werkraum/protocol';
import { isDear } from '../dear.ts';

/** Of a round, around its inputs: people go to their tables, and come back. */
const ON_THE_WAY_MS = 2 * 60_000;

/** A phase that has not begun, with its id. */
export type Ahead = PhaseView & { id: PhaseId };

/** The phases that have not begun, in their order. */
export const phasesAhead = ({ order, phases }: AgendaView): Ahead[] =>
  order.flatMap((id) => {
    const phase = phases[id];
    return phase?.state === 'ahead' ? [{ ...phase, id }] : [];
  });

/** A phase as the planner takes it. It grows back to what it was when the session started, and no further. */
function toFit({ id, kind, plannedMs, minMs, locked, originalMs, round }: Ahead): PhaseToFit {
  return {
    ...{ id, plannedMs, minMs, locked: locked ?? false, dear: isDear(kind) },
    wishMs: Math.max(plannedMs, originalMs ?? plannedMs),
    ...(round?.turns && { neededMs: round.turns.inputsMs + ON_THE_WAY_MS }),
  };
}

/** What everything should be over by: the hard end, else the end as planned at the start. */
export interface Target {
  at: Instant;
  kind: 'hardEnd' | 'plannedEnd' | 'chosenEnd';
}

/** Undefined unless the session runs. */
export function targetOf(agenda: AgendaView, shiftMs = 0): Target | undefined {
  const { startedAt, plannedMs, hardEndAt } = agenda;
  if (startedAt === undefined) return undefined;
  const at = (hardEndAt ?? startedAt + plannedMs) + shiftMs;
  if (shiftMs !== 0) return { at, kind: 'chosenEnd' };
  return { at, kind: hardEndAt === undefined ? 'plannedEnd' : 'hardEnd' };
}

/** What the planner is asked: the phases ahead, when they can begin, and the instant by which all should be over. */
export function situationOf(agenda: AgendaView, until: Instant, now: Instant, moreMs = 0): Situation | undefined {
  const heading = forecast(agenda, now);
  if (!heading) return undefined;
  const ahead = phasesAhead(agenda).map(toFit);
  const aheadMs = ahead.reduce((sum, { plannedMs }) => sum + plannedMs, 0);
  return { freeAt: heading.endsAt - aheadMs + moreMs, until, ahead };
}
