import { z } from 'zod';
import { Instant, PhaseId, RoomId, SeatId, TurnId } from './ids.ts';

const atTurn = { roomId: RoomId, turnId: TurnId };

/** Gives the word to the turn the sender saw as next; the clock runs after the grace. Starts the input round when it is the first. */
export const StartTurn = z.strictObject({ type: z.literal('start-turn'), ...atTurn });
export type StartTurn = z.infer<typeof StartTurn>;

export const PauseTurn = z.strictObject({ type: z.literal('pause-turn'), ...atTurn });
export type PauseTurn = z.infer<typeof PauseTurn>;

export const ResumeTurn = z.strictObject({ type: z.literal('resume-turn'), ...atTurn });
export type ResumeTurn = z.infer<typeof ResumeTurn>;

/** More time for the speaker of now. In overtime it counts from now. */
export const ExtendTurn = z.strictObject({
  type: z.literal('extend-turn'),
  ...atTurn,
  byMs: z.int().min(5_000).max(600_000),
});
export type ExtendTurn = z.infer<typeof ExtendTurn>;

/** The speaker of now is done; the next turn begins with its grace. */
export const EndTurn = z.strictObject({ type: z.literal('end-turn'), ...atTurn });
export type EndTurn = z.infer<typeof EndTurn>;

/** The running or a waiting turn is left out; the person may be put back with `postpone-turn`. */
export const SkipTurn = z.strictObject({ type: z.literal('skip-turn'), ...atTurn });
export type SkipTurn = z.infer<typeof SkipTurn>;

/** "Later": the turn goes to the end of the queue. Also brings back a skipped, passed or absent one. */
export const PostponeTurn = z.strictObject({ type: z.literal('postpone-turn'), ...atTurn });
export type PostponeTurn = z.infer<typeof PostponeTurn>;

/** "I pass": the person gives their own turn away. */
export const PassTurn = z.strictObject({ type: z.literal('pass-turn'), ...atTurn });
export type PassTurn = z.infer<typeof PassTurn>;

/** A waiting turn takes its place before another waiting one, or at the end. */
export const MoveTurn = z.strictObject({ type: z.literal('move-turn'), ...atTurn, before: TurnId.optional() });
export type MoveTurn = z.infer<typeof MoveTurn>;

/** Asks the speaker of now, and nobody else, to come to an end. */
export const NudgeSpeaker = z.strictObject({ type: z.literal('nudge-speaker'), ...atTurn });
export type NudgeSpeaker = z.infer<typeof NudgeSpeaker>;

/** All tables of the round go together, from one beat to the next, or each at its own pace again. */
export const PaceTogether = z.strictObject({ type: z.literal('pace-together'), phaseId: PhaseId, on: z.boolean() });
export type PaceTogether = z.infer<typeof PaceTogether>;

/** Ends what runs at the tables and starts the next turn at all of them at once. `beat` is the number the sender saw as next. */
export const StartBeat = z.strictObject({ type: z.literal('start-beat'), phaseId: PhaseId, beat: z.int().min(1) });
export type StartBeat = z.infer<typeof StartBeat>;

/**
 * A round of voices in the plenary: everybody who is there speaks once, in turn, for this long. Its turns are paced with the
 * same commands as at a table, with `plenary` for the room.
 */
export const StartVoices = z.strictObject({
  type: z.literal('start-voices'),
  phaseId: PhaseId,
  slotMs: z.int().min(10_000).max(600_000),
});
export type StartVoices = z.infer<typeof StartVoices>;

/** Ends the round of voices, whoever has still to speak. */
export const EndVoices = z.strictObject({ type: z.literal('end-voices'), phaseId: PhaseId });
export type EndVoices = z.infer<typeof EndVoices>;

export const TurnState = z.enum(['waiting', 'now', 'done', 'skipped', 'passed', 'absent']);
export type TurnState = z.infer<typeof TurnState>;

export const TurnView = z.strictObject({
  seatId: SeatId,
  state: TurnState,
  /** Time granted, once the turn has begun. */
  slotMs: z.number().optional(),
  /** Time spoken, grace not counted, once the turn is over. */
  usedMs: z.number().optional(),
});
export type TurnView = z.infer<typeof TurnView>;

/** What unused time comes to in `fair-share`, in ms. */
export const FairShareView = z.strictObject({
  /** What everybody who waits gets if the turn of now uses its time exactly. Absent while nobody speaks. */
  eachMs: z.number().optional(),
  /** The turn before the newest, and what it was given when it began: every share was as long then. */
  before: z.strictObject({ turnId: TurnId, givenMs: z.number() }).optional(),
});
export type FairShareView = z.infer<typeof FairShareView>;

/** What one person was granted and used in all rounds so far, in ms; the turn that runs is counted once it is over. */
export const ShareView = z.strictObject({
  grantedMs: z.number(),
  usedMs: z.number(),
  /** The part of `usedMs` that was spoken beyond what was granted. */
  overMs: z.number(),
  /** Turns that have begun. */
  turns: z.int(),
});
export type ShareView = z.infer<typeof ShareView>;

/** The input round of one table: its queue and the clock of the turn that runs. */
export const TurnsView = z.strictObject({
  roomId: RoomId,
  state: z.enum(['ready', 'running', 'finished']),
  order: z.array(TurnId),
  turns: z.record(z.string(), TurnView),
  /** Time left is `endsAt − max(graceUntil, pausedAt ?? now)`; below zero it is overtime. */
  now: z
    .strictObject({ turnId: TurnId, graceUntil: Instant, endsAt: Instant, pausedAt: Instant.optional() })
    .optional(),
  /** Who speaks after the turn of now: the first waiting turn whose person is here. */
  next: TurnId.optional(),
  /** `staff`: a timekeeper or facilitator starts and ends turns; `table`: everybody at the table may. */
  pacedBy: z.enum(['staff', 'table']),
  mode: z.enum(['fixed', 'fair-share']),
  /** Input time is meant to be over here (set when the first turn starts). */
  inputsEndAt: Instant.optional(),
  /** All tables go together: the next turn begins with the beat of this number, and not before. */
  beat: z.int().optional(),
  /** In `fair-share` only. */
  fairShare: FairShareView.optional(),
});
export type TurnsView = z.infer<typeof TurnsView>;
