import { z } from 'zod';
import { BlockId, PartId } from './booklet-blocks.ts';
import { prose } from './text.ts';

/** The longest text of one part. Handed-over notes are kept paragraph by paragraph. */
export const MOST_BOOKLET_TEXT = 4_000;

const BookletText = prose(MOST_BOOKLET_TEXT);
/** `fingerprint` of the generated text when it was edited: what others wrote is not kept a second time. */
const Was = z.string().regex(/^[0-9a-f]{16}$/);

/** One change of a booklet, laid over what is generated. */
export const BookletChange = z.discriminatedUnion('kind', [
  /** Says a text differently; without `text` it is again what is generated. An empty text leaves an item out. */
  z.strictObject({
    kind: z.literal('text'),
    blockId: BlockId,
    part: PartId,
    text: BookletText.optional(),
    /** The generated text by its fingerprint, and what somebody had made of it: as the sender saw both. */
    was: Was,
    seen: BookletText.optional(),
  }),
  z.strictObject({ kind: z.literal('hide'), blockId: BlockId, hidden: z.boolean() }),
  /** Moves a section; without `before`, to the end. */
  z.strictObject({ kind: z.literal('move'), sectionId: BlockId, before: BlockId.optional() }),
  /** A paragraph of one's own, at the end of a section or behind another block. */
  z.strictObject({
    kind: z.literal('add'),
    blockId: BlockId,
    sectionId: BlockId,
    after: BlockId.optional(),
    text: BookletText.min(1),
  }),
  z.strictObject({ kind: z.literal('drop'), blockId: BlockId }),
]);
export type BookletChange = z.infer<typeof BookletChange>;

/** Edits the booklet. */
export const EditBooklet = z.strictObject({ type: z.literal('edit-booklet'), change: BookletChange });
export type EditBooklet = z.infer<typeof EditBooklet>;

/** Takes the last change back: the one with the number the sender saw. */
export const UndoBooklet = z.strictObject({ type: z.literal('undo-booklet'), revision: z.int().min(1) });
export type UndoBooklet = z.infer<typeof UndoBooklet>;

/** From now on everybody with a personal link may read it. */
export const PublishBooklet = z.strictObject({ type: z.literal('publish-booklet') });
export type PublishBooklet = z.infer<typeof PublishBooklet>;

/** Only facilitators read it again. What was downloaded stays where it is. */
export const UnpublishBooklet = z.strictObject({ type: z.literal('unpublish-booklet') });
export type UnpublishBooklet = z.infer<typeof UnpublishBooklet>;

/** The own answer to whether one's name may stand in the booklet. No answer is a no. */
export const AgreeToBeNamed = z.strictObject({ type: z.literal('agree-to-be-named'), listed: z.boolean() });
export type AgreeToBeNamed = z.infer<typeof AgreeToBeNamed>;

/** What stands in a seat's own document about the booklet. */
export const SeatBookletView = z.strictObject({
  /** The own answer to whether one's name may stand in it. */
  listed: z.boolean(),
  /** It can be opened. */
  readable: z.boolean(),
});
export type SeatBookletView = z.infer<typeof SeatBookletView>;
