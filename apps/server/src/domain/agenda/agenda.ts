import type { Instant, PhaseChange, PhaseId, PhasePlan, SeatId } from '@werkraum/protocol';

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

/** A phase that was taken out, with what is needed to put it back where it was. */
export interface DroppedPhase {
  phase: PhasePlan;
  /** What came after it then, nearest first. */
  followers: readonly PhaseId[];
}

/** The last re-plan that was not taken back. */
export type Replanned = Extract<EditFact, { type: 'agenda-replanned' }>;

export interface Agenda {
  phases: readonly PhasePlan[];
  /** The phases as they were when the session started. */
  plan?: readonly PhasePlan[];
  dropped: readonly DroppedPhase[];
  /** Everything that was changed about what had not begun, oldest first: kept for the record. */
  edits: readonly EditFact[];
  replanned?: Replanned;
  hardEndMs?: number;
  /** When the first phase opened. */
  startedAt?: Instant;
  endedAt?: Instant;
  running?: RunningPhase;
  past: readonly PastPhase[];
}

/** An agenda before anything happened. */
export const newAgenda = (phases: readonly PhasePlan[], hardEndMs?: number): Agenda => ({
  ...{ phases, dropped: [], edits: [], past: [] },
  ...(hardEndMs !== undefined && { hardEndMs }),
});

/** Who changes the agenda, and when. */
export interface Edit {
  at: Instant;
  by: SeatId;
}

/** A place in the order. */
export interface Place {
  phaseId: PhaseId;
  /** The phase it stands before; absent: at the end. */
  before?: PhaseId;
}

export type EditFact =
  | (Edit & { type: 'phase-added'; phase: PhasePlan; before?: PhaseId })
  | (Edit & { type: 'phase-changed'; phaseId: PhaseId; change: PhaseChange })
  | (Edit & Place & { type: 'phase-moved' })
  | (Edit & { type: 'phase-dropped'; phaseId: PhaseId })
  | (Edit & Place & { type: 'phase-restored' })
  | (Edit & {
      type: 'agenda-replanned';
      /** Counts the re-plans of the session, from 1. */
      number: number;
      /** The phase that ran, and its deadline if that was moved. */
      phaseId: PhaseId;
      ends?: { from: Instant; to: Instant };
      lengths: readonly { phaseId: PhaseId; fromMs: number; toMs: number }[];
      dropped: readonly PhaseId[];
    })
  | (Edit & {
      type: 'replan-undone';
      number: number;
      /** New deadline of the running phase. */
      endsAt?: Instant;
      lengths: readonly { phaseId: PhaseId; toMs: number }[];
      restored: readonly Place[];
    });

export type AgendaFact =
  | EditFact
  | { type: 'doors-opened' }
  | { type: 'phase-started'; phaseId: PhaseId; at: Instant; endsAt: Instant }
  | { type: 'phase-ended'; phaseId: PhaseId; at: Instant; leftMs: number }
  | { type: 'phase-undone'; phaseId: PhaseId; backTo: PhaseId; at: Instant; endsAt: Instant }
  | { type: 'phase-paused'; phaseId: PhaseId; at: Instant }
  | { type: 'phase-resumed'; phaseId: PhaseId; endsAt: Instant }
  | { type: 'phase-extended'; phaseId: PhaseId; endsAt: Instant }
  | { type: 'session-ended'; at: Instant };
