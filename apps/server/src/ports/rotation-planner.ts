import type { RotationOutcome, RotationTask } from '@werkraum/planning/rotation';
import type { Cancel } from './clock.ts';

/** Who hears what a task comes to. */
export interface RotationListener {
  /**
   * Called with a first outcome and with better ones: a few times in all, seconds apart. The last one is `done`, or a
   * conflict; after it nothing is called any more.
   */
  found(outcome: RotationOutcome): void;
  /** The work ended without a last outcome, which is nobody's fault who asked: ask again later. */
  failed(error: unknown): void;
}

/** Works out rotations without keeping anybody waiting (`rotation-planner.contract.ts`). */
export interface RotationPlanner {
  /** Begins, soon and never before it returns. Taking it back ends the work; nothing is called after that. */
  plan(task: RotationTask, listener: RotationListener): Cancel;
  /** Resolves when nothing is being worked out. */
  idle(): Promise<void>;
  /** Ends all work for good. */
  stop(): Promise<void>;
}
