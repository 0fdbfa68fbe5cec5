import { z } from 'zod';
import { Instant, PhaseId, RoomId, SeatId } from './ids.ts';
import { prose } from './text.ts';

/** What a facilitator wrote for themselves about one phase; nobody else sees it. */
export const PrivateNotes = prose(2_000);

/** Replaces the private notes of one phase. Names the revision the sender saw, so that two do not overwrite each other unseen. */
export const SetNotes = z.strictObject({
  type: z.literal('set-notes'),
  phaseId: PhaseId,
  notes: PrivateNotes,
  /** `NotesView.revision` as the sender saw it; 0 where nothing was written yet. */
  seen: z.int().min(0),
});
export type SetNotes = z.infer<typeof SetNotes>;

export const NotesView = z.strictObject({
  text: z.string(),
  /** Rises with every change; 0 is what the plan brought along. */
  revision: z.int().min(0),
  /** Who changed it last, and when. */
  by: SeatId.optional(),
  at: Instant.optional(),
});
export type NotesView = z.infer<typeof NotesView>;

/** Something a facilitator just did, for the others who facilitate. */
export const DoingView = z.strictObject({
  by: SeatId,
  at: Instant,
  /** The type of the command. */
  type: z.string(),
  /** What it was about, as far as it can be named. */
  phaseId: PhaseId.optional(),
  roomId: RoomId.optional(),
  seatId: SeatId.optional(),
  byMs: z.int().optional(),
});
export type DoingView = z.infer<typeof DoingView>;
