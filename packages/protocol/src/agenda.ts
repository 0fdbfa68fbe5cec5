import { z } from 'zod';
import { BoardColumns } from './board.ts';
import { PrivateNotes } from './facilitating.ts';
import { Instant, PhaseId } from './ids.ts';
import { line, prose } from './text.ts';

// Planned times go down to a second, so that a whole workshop can be rehearsed in a minute.
const SECOND = 1_000;
const MINUTE = 60_000;

export const PhaseKind = z.enum(['intro', 'input-talk', 'breakout-round', 'plenary-reflection', 'break']);
export type PhaseKind = z.infer<typeof PhaseKind>;

/** What a group should do: shown as the task card. */
export const TaskCard = z.strictObject({
  instructions: prose(1_000).optional(),
  /** What to bring back to the plenary. */
  bringBack: prose(400).optional(),
});
export type TaskCard = z.infer<typeof TaskCard>;

/** How the input round at each table of a breakout round is timed. */
export const TurnSettings = z.strictObject({
  /** `fixed`: everybody gets `slotMs`. `fair-share`: what is left of `inputsMs` divided by the inputs that are left. */
  mode: z.enum(['fixed', 'fair-share']),
  slotMs: z
    .int()
    .min(SECOND)
    .max(15 * MINUTE),
  inputsMs: z
    .int()
    .min(SECOND)
    .max(120 * MINUTE),
  /** Silence before the clock runs, so that people can unmute. */
  graceMs: z.int().min(0).max(60_000),
});
export type TurnSettings = z.infer<typeof TurnSettings>;

/**
 * How the groups of a round come about: `new` by machine with few repeated encounters, `same` as in the round before,
 * `choose` by each person while the round gathers, `by-hand` as a facilitator seats them.
 */
export const Grouping = z.enum(['new', 'same', 'choose', 'by-hand']);
export type Grouping = z.infer<typeof Grouping>;

/** The fewest and the most people at each table of a round. */
export const TableSizes = z
  .strictObject({ least: z.int().min(1).max(500), most: z.int().min(2).max(500) })
  .refine(({ least, most }) => least <= most, 'least-above-most');
export type TableSizes = z.infer<typeof TableSizes>;

/** The part of a phase's plan that only breakout rounds have. */
export const RoundPlan = z.strictObject({
  topic: line(160),
  question: prose(400).optional(),
  /** Topics of single tables, the first for table A. A table without one of its own works on the round's `topic`. */
  tableTopics: z.array(line(160)).max(60).optional(),
  tables: z.int().min(1).max(60),
  groups: Grouping,
  /** Absent: tables as even as possible. */
  sizes: TableSizes.optional(),
  turns: TurnSettings.optional(),
  /** What the tables collect. Absent: ideas, examples, obstacles, sustainability goals. */
  columns: BoardColumns.optional(),
});
export type RoundPlan = z.infer<typeof RoundPlan>;

const phase = {
  id: PhaseId,
  title: line(120),
  plannedMs: z
    .int()
    .min(SECOND)
    .max(8 * 60 * MINUTE),
  /** The shortest this phase may become when the rest is re-planned. */
  minMs: z
    .int()
    .min(0)
    .max(8 * 60 * MINUTE),
  /** `hold`: runs into overtime until a facilitator moves on. `advance`: the next phase opens by itself. */
  onTimeUp: z.enum(['hold', 'advance']),
  task: TaskCard.optional(),
  /** Re-planning neither changes its length nor drops it. */
  locked: z.boolean().optional(),
  /** For whoever facilitates, and for nobody else. */
  notes: PrivateNotes.optional(),
};

export const PhasePlan = z.discriminatedUnion('kind', [
  z.strictObject({ ...phase, kind: z.literal('intro') }),
  z.strictObject({ ...phase, kind: z.literal('input-talk') }),
  z.strictObject({ ...phase, kind: z.literal('breakout-round'), round: RoundPlan }),
  z.strictObject({
    ...phase,
    kind: z.literal('plenary-reflection'),
    /** What everybody collects. Absent: what to keep, what to change, what was learned. */
    columns: BoardColumns.optional(),
  }),
  z.strictObject({ ...phase, kind: z.literal('break') }),
]);
export type PhasePlan = z.infer<typeof PhasePlan>;

/** Lets people in. Until then everybody sees the agenda and waits. */
export const OpenDoors = z.strictObject({ type: z.literal('open-doors') });
export type OpenDoors = z.infer<typeof OpenDoors>;

/** Opens the first phase. */
export const StartSession = z.strictObject({ type: z.literal('start-session') });
export type StartSession = z.infer<typeof StartSession>;

/** Ends the phase the sender saw and opens the next one at once. */
export const AdvancePhase = z.strictObject({ type: z.literal('advance-phase'), phaseId: PhaseId });
export type AdvancePhase = z.infer<typeof AdvancePhase>;

/** Takes the last step back: the phase before the one the sender saw runs on with the time it had left. */
export const UndoPhase = z.strictObject({ type: z.literal('undo-phase'), phaseId: PhaseId });
export type UndoPhase = z.infer<typeof UndoPhase>;

export const PausePhase = z.strictObject({ type: z.literal('pause-phase'), phaseId: PhaseId });
export type PausePhase = z.infer<typeof PausePhase>;

export const ResumePhase = z.strictObject({ type: z.literal('resume-phase'), phaseId: PhaseId });
export type ResumePhase = z.infer<typeof ResumePhase>;

/** Moves the running phase's deadline. In overtime, extending counts from now. Negative shortens, to no less than now. */
export const ExtendPhase = z.strictObject({
  type: z.literal('extend-phase'),
  phaseId: PhaseId,
  byMs: z
    .int()
    .min(-60 * MINUTE)
    .max(60 * MINUTE)
    .refine((byMs) => byMs !== 0),
});
export type ExtendPhase = z.infer<typeof ExtendPhase>;

export const EndSession = z.strictObject({ type: z.literal('end-session') });
export type EndSession = z.infer<typeof EndSession>;

export const SessionStatus = z.enum(['draft', 'open', 'running', 'ended']);
export type SessionStatus = z.infer<typeof SessionStatus>;

/** The running phase's clock. Time left is `endsAt − (pausedAt ?? now)`; below zero it is overtime. */
export const ClockView = z.strictObject({
  phaseId: PhaseId,
  startedAt: Instant,
  endsAt: Instant,
  pausedAt: Instant.optional(),
});
export type ClockView = z.infer<typeof ClockView>;

export const PhaseView = z.strictObject({
  kind: PhaseKind,
  title: z.string(),
  plannedMs: z.number(),
  minMs: z.number(),
  onTimeUp: z.enum(['hold', 'advance']),
  locked: z.boolean().optional(),
  /** The length it had when the session started; absent before that, and of a phase that was put in since. */
  originalMs: z.number().optional(),
  task: TaskCard.optional(),
  round: z
    .strictObject({
      number: z.int(),
      topic: z.string(),
      question: z.string().optional(),
      tables: z.int(),
      turns: TurnSettings.optional(),
    })
    .optional(),
  state: z.enum(['ahead', 'now', 'done']),
  startedAt: Instant.optional(),
  endedAt: Instant.optional(),
});
export type PhaseView = z.infer<typeof PhaseView>;

/** A phase that was taken out of the agenda, newest last. */
export const DroppedPhaseView = z.strictObject({
  phaseId: PhaseId,
  kind: PhaseKind,
  title: z.string(),
  plannedMs: z.number(),
  /** As in `PhaseView`. */
  originalMs: z.number().optional(),
});
export type DroppedPhaseView = z.infer<typeof DroppedPhaseView>;

/** The agenda as everybody admitted sees it. */
export const AgendaView = z.strictObject({
  order: z.array(PhaseId),
  phases: z.record(z.string(), PhaseView),
  dropped: z.array(DroppedPhaseView).optional(),
  clock: ClockView.optional(),
  startedAt: Instant.optional(),
  endedAt: Instant.optional(),
  /** Planned length of the whole session, from its start on as it was then; and the instant by which it must be over. */
  plannedMs: z.number(),
  hardEndAt: Instant.optional(),
  /** Present while the last step can be taken back: the phase that would run again. */
  undoTo: PhaseId.optional(),
});
export type AgendaView = z.infer<typeof AgendaView>;
