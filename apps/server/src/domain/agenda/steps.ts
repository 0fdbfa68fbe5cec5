import type { Instant, PhasePlan } from '@werkraum/protocol';
import { closeTables, openTables } from '../breakouts/openings.ts';
import type { Fact, Session } from '../session.ts';

/** An automatic end of a breakout round is announced this long ahead. */
export const CLOSING_MS = 60_000;

/** The facts that end the running phase and open the next; after the last phase the session ends [AG-4]. */
export function advance(session: Session, now: Instant): Fact[] {
  const running = session.agenda.running;
  if (!running || running.index === session.agenda.phases.length - 1) return endSession(session, now);
  return [...leavePhase(session, now), ...openPhase(session, running.index + 1, now)];
}

/** The facts that open a phase and everything it needs. */
export function openPhase(session: Session, index: number, now: Instant): Fact[] {
  const phase = phaseAt(session, index);
  const started: Fact = { type: 'phase-started', phaseId: phase.id, at: now, endsAt: now + phase.plannedMs };
  return [started, ...(phase.kind === 'breakout-round' ? openTables(session, phase, now) : [])];
}

function leavePhase(session: Session, now: Instant): Fact[] {
  const running = session.agenda.running;
  if (!running) return [];
  const leftMs = running.endsAt - (running.pausedAt ?? now);
  return [
    ...closeTables(session, now),
    { type: 'phase-ended', phaseId: phaseAt(session, running.index).id, at: now, leftMs },
  ];
}

/** The facts that end the session wherever it is. */
export function endSession(session: Session, now: Instant): Fact[] {
  return [...leavePhase(session, now), { type: 'session-ended', at: now }];
}

/** The phase at a position of the agenda; a position that is not there is a bug. */
export function phaseAt(session: Session, index: number): PhasePlan {
  const phase = session.agenda.phases[index];
  if (!phase) throw new Error(`no phase at ${index}`);
  return phase;
}
