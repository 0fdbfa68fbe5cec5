import { z } from 'zod';
import { Instant, ParkedId, PhaseId, SeatId } from './ids.ts';
import { prose } from './text.ts';

/** Something worth not losing that has no place in what is talked about now. */
export const ParkedText = prose(400).min(1);

/** Puts something into the parking lot, for everybody to see. The sender made the id; without an owner they own it themselves. */
export const Park = z.strictObject({
  type: z.literal('park'),
  parkedId: ParkedId,
  text: ParkedText,
  owner: SeatId.optional(),
});
export type Park = z.infer<typeof Park>;

export const RewordParked = z.strictObject({ type: z.literal('reword-parked'), parkedId: ParkedId, text: ParkedText });
export type RewordParked = z.infer<typeof RewordParked>;

/** Gives a parked item to somebody who sees to it: oneself, or another person. */
export const OwnParked = z.strictObject({ type: z.literal('own-parked'), parkedId: ParkedId, owner: SeatId });
export type OwnParked = z.infer<typeof OwnParked>;

/** Says that an item is settled, or that it is open after all. */
export const SettleParked = z.strictObject({
  type: z.literal('settle-parked'),
  parkedId: ParkedId,
  settled: z.boolean(),
});
export type SettleParked = z.infer<typeof SettleParked>;

export const DropParked = z.strictObject({ type: z.literal('drop-parked'), parkedId: ParkedId });
export type DropParked = z.infer<typeof DropParked>;

/** An item of the parking lot as everybody sees it. */
export const ParkedView = z.strictObject({
  /** Counts the items of a session from 1: the order in which they are shown. */
  number: z.int().min(1),
  text: z.string(),
  by: SeatId,
  /** Who sees to it, perhaps somebody who has not come yet; absent when that person is no longer in the workshop. */
  owner: SeatId.optional(),
  at: Instant,
  /** The phase it came up in. */
  phaseId: PhaseId.optional(),
  settled: z.boolean(),
});
export type ParkedView = z.infer<typeof ParkedView>;
