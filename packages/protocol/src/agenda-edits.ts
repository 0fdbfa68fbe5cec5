import { z } from 'zod';
import { PhasePlan, RoundPlan, TaskCard, TurnSettings } from './agenda.ts';
import { MOST_PHASES } from './agenda-limits.ts';
import { BoardColumns } from './board.ts';
import { Instant, PhaseId, SeatId } from './ids.ts';

const { title, plannedMs, minMs, onTimeUp } = PhasePlan.options[0].shape;
const { topic, question } = RoundPlan.shape;

/** Puts a phase in, before one that has not begun or at the end. Its id must never have been used in this session. */
export const AddPhase = z.strictObject({
  type: z.literal('add-phase'),
  phase: PhasePlan,
  before: PhaseId.optional(),
});
export type AddPhase = z.infer<typeof AddPhase>;

/** Changes of a phase: what is not named stays as it is, `null` takes away. */
const phaseChange = {
  title: title.optional(),
  plannedMs: plannedMs.optional(),
  minMs: minMs.optional(),
  locked: z.boolean().optional(),
  onTimeUp: onTimeUp.optional(),
  task: TaskCard.nullable().optional(),
  /** Of breakout rounds only, like the two below. */
  topic: topic.optional(),
  question: question.unwrap().nullable().optional(),
  turns: TurnSettings.nullable().optional(),
  /** Of breakout rounds and reflections. */
  columns: BoardColumns.nullable().optional(),
};
export const PhaseChange = z.strictObject(phaseChange);
export type PhaseChange = z.infer<typeof PhaseChange>;

/** Changes a phase that has not begun. Names only what it changes, so that two people who change different things both succeed. */
export const ChangePhase = z.strictObject({ type: z.literal('change-phase'), phaseId: PhaseId, change: PhaseChange });
export type ChangePhase = z.infer<typeof ChangePhase>;

/** Moves a phase that has not begun before another such phase, or to the end. */
export const MovePhase = z.strictObject({
  type: z.literal('move-phase'),
  phaseId: PhaseId,
  before: PhaseId.optional(),
});
export type MovePhase = z.infer<typeof MovePhase>;

/** Takes a phase out that has not begun. It is kept, and can be put back as it was. */
export const DropPhase = z.strictObject({ type: z.literal('drop-phase'), phaseId: PhaseId });
export type DropPhase = z.infer<typeof DropPhase>;

/** Puts a dropped phase back: before a phase that has not begun, else where it was. */
export const RestorePhase = z.strictObject({
  type: z.literal('restore-phase'),
  phaseId: PhaseId,
  before: PhaseId.optional(),
});
export type RestorePhase = z.infer<typeof RestorePhase>;

/**
 * Applies a plan somebody has looked at: new lengths, phases dropped, perhaps a new deadline of the running phase, all at
 * once. Each figure comes with the one it replaces; if that has changed meanwhile the whole is refused.
 */
export const Replan = z.strictObject({
  type: z.literal('replan'),
  /** The phase that runs. */
  phaseId: PhaseId,
  ends: z.strictObject({ from: Instant, to: Instant }).optional(),
  lengths: z.array(z.strictObject({ phaseId: PhaseId, fromMs: plannedMs, plannedMs })).max(MOST_PHASES),
  drop: z.array(PhaseId).max(MOST_PHASES),
});
export type Replan = z.infer<typeof Replan>;

/** Takes the last re-plan back. Names the one the sender saw. */
export const UndoReplan = z.strictObject({ type: z.literal('undo-replan'), number: z.int().min(1) });
export type UndoReplan = z.infer<typeof UndoReplan>;

/** The last re-plan, while it can be taken back. */
export const ReplannedView = z.strictObject({ number: z.int(), at: Instant, by: SeatId });
export type ReplannedView = z.infer<typeof ReplannedView>;
