import type { AgendaView, Instant, PhaseId, PhaseKind, PhaseView } from '@werkraum/protocol';

export interface StripSegment {
  id: PhaseId;
  title: string;
  kind: PhaseKind;
  /** Relative width: the planned length. */
  plannedMs: number;
  state: PhaseView['state'];
  /** How much of it is behind us, 0 to 1. */
  progress: number;
  /** Of a phase that is over: how long it took. */
  tookMs?: number;
}

export interface AgendaStripModel {
  segments: readonly StripSegment[];
  /** Where the plan says we should be, as a share of the whole strip; undefined before the start and after the end. */
  planned?: number;
}

/** The agenda as a strip of proportional segments. */
export function agendaStrip(agenda: AgendaView, now: Instant): AgendaStripModel {
  const segments = agenda.order.flatMap((id) => {
    const phase = agenda.phases[id];
    return phase ? [segment(id, phase, agenda, now)] : [];
  });
  const planned = plannedShare(agenda, now);
  return { segments, ...(planned !== undefined && { planned }) };
}

function segment(id: PhaseId, phase: PhaseView, agenda: AgendaView, now: Instant): StripSegment {
  const { title, kind, plannedMs, state, startedAt, endedAt } = phase;
  const tookMs = startedAt !== undefined && endedAt !== undefined ? endedAt - startedAt : undefined;
  const progress = state === 'done' ? 1 : state === 'ahead' ? 0 : runningProgress(agenda, now);
  return { id, title, kind, plannedMs, state, progress, ...(tookMs !== undefined && { tookMs }) };
}

function runningProgress({ clock }: AgendaView, now: Instant): number {
  if (!clock) return 0;
  const gone = (clock.pausedAt ?? now) - clock.startedAt;
  return clamp(gone / Math.max(1, clock.endsAt - clock.startedAt));
}

function plannedShare({ startedAt, endedAt, order, phases }: AgendaView, now: Instant): number | undefined {
  if (startedAt === undefined || endedAt !== undefined) return undefined;
  const total = order.reduce((sum, id) => sum + (phases[id]?.plannedMs ?? 0), 0);
  return total > 0 ? clamp((now - startedAt) / total) : undefined;
}

const clamp = (share: number): number => Math.min(1, Math.max(0, share));
