import { z } from 'zod';
import { Instant, SeatId } from './ids.ts';

export const RaiseHand = z.strictObject({ type: z.literal('raise-hand') });
export type RaiseHand = z.infer<typeof RaiseHand>;

/** Without `seatId` the own hand; facilitators lower any hand in the place where they are. */
export const LowerHand = z.strictObject({ type: z.literal('lower-hand'), seatId: SeatId.optional() });
export type LowerHand = z.infer<typeof LowerHand>;

/** Lets a person speak and share in the plenary whatever the phase allows otherwise, and lowers their hand. */
export const GiveWord = z.strictObject({ type: z.literal('give-word'), seatId: SeatId });
export type GiveWord = z.infer<typeof GiveWord>;

export const TakeWord = z.strictObject({ type: z.literal('take-word'), seatId: SeatId });
export type TakeWord = z.infer<typeof TakeWord>;

/** Switches a person's microphone off once. The person may switch it on again if the phase allows. */
export const MuteSeat = z.strictObject({ type: z.literal('mute-seat'), seatId: SeatId });
export type MuteSeat = z.infer<typeof MuteSeat>;

/** What a seat may send into its video room now. */
export const Publish = z.strictObject({ microphone: z.boolean(), camera: z.boolean(), screen: z.boolean() });
export type Publish = z.infer<typeof Publish>;

/** Raised hands by seat id, with the instant they went up; the order is the order of instants. */
export const HandsView = z.record(z.string(), Instant);
export type HandsView = z.infer<typeof HandsView>;

/** The plenary's stage, as everybody admitted sees it. */
export const StageView = z.strictObject({
  /** Shown large: speakers during an input talk. Seat id → true. */
  onStage: z.record(z.string(), z.literal(true)),
  /** Who was given the word. Seat id → since when. */
  words: z.record(z.string(), Instant),
  hands: HandsView,
  /** Hands stand in the order of who spoke least (see `BalanceView.hands`). Absent: as they went up. */
  quietFirst: z.literal(true).optional(),
});
export type StageView = z.infer<typeof StageView>;
