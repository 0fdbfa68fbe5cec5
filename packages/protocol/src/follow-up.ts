import { z } from 'zod';
import { WallCardView } from './board.ts';
import { Instant, RoomId } from './ids.ts';
import { RichText } from './rich-text.ts';

/** What the workshop that this one follows up had handed over, table by table. */
export const BroughtView = z.strictObject({
  /** Of that workshop, and when it began. */
  title: z.string(),
  startedAt: Instant.optional(),
  tables: z.array(
    z.strictObject({
      roomId: RoomId,
      /** The title of its round. */
      round: z.string(),
      label: z.string(),
      topic: z.string(),
      /** Card id → card. */
      cards: z.record(z.string(), WallCardView),
      notes: RichText.optional(),
    }),
  ),
});
export type BroughtView = z.infer<typeof BroughtView>;
