import type { Instant, PhaseId, PhasePlan } from '@werkraum/protocol';

/** The phase that runs now. Time left is `endsAt − (pausedAt ?? now)`. */
export interface RunningPhase {
  /** Its position in `Agenda.phases`. */
  index: number;
  startedAt: Instant;
  endsAt: Instant;
  pausedAt?: Instant;
}

/** A phase that is over, with what is needed to run it on after an undo. */
export interface PastPhase {
  phaseId: PhaseId;
  startedAt: Instant;
  endedAt: Instant;
  /** Time it had left when it ended; below zero it was in overtime. */
  leftMs: number;
}

export interface Agenda {
  phases: readonly PhasePlan[];
  hardEndMs?: number;
  /** When the first phase opened. */
  startedAt?: Instant;
  endedAt?: Instant;
  running?: RunningPhase;
  past: readonly PastPhase[];
}

export type AgendaFact =
  | { type: 'doors-opened' }
  | { type: 'phase-started'; phaseId: PhaseId; at: Instant; endsAt: Instant }
  | { type: 'phase-ended'; phaseId: PhaseId; at: Instant; leftMs: number }
  | { type: 'phase-undone'; phaseId: PhaseId; backTo: PhaseId; at: Instant; endsAt: Instant }
  | { type: 'phase-paused'; phaseId: PhaseId; at: Instant }
  | { type: 'phase-resumed'; phaseId: PhaseId; endsAt: Instant }
  | { type: 'phase-extended'; phaseId: PhaseId; endsAt: Instant }
  | { type: 'session-ended'; at: Instant };
