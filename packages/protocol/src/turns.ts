import { z } from 'zod';
import { Instant, RoomId, SeatId, TurnId } from './ids.ts';

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
});
export type TurnsView = z.infer<typeof TurnsView>;
