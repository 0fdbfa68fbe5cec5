import { z } from 'zod';
import { BookletSection, EditMark, PartId } from './booklet-blocks.ts';
import { Instant } from './ids.ts';
import { Language } from './views.ts';

/** One fact on the cover. */
const CoverLine = z.strictObject({ part: PartId, label: z.string(), text: z.string() });

/** The first page. Its block id is `cover`; its texts are `title`, `subtitle` and each line's part. */
export const BookletCover = z.strictObject({
  title: z.string(),
  subtitle: z.string(),
  lines: z.array(CoverLine),
  edits: z.record(z.string(), EditMark).optional(),
});
export type BookletCover = z.infer<typeof BookletCover>;

/** A booklet: the same for its page, PDF, Word and Markdown. */
export const Booklet = z.strictObject({
  language: Language,
  cover: BookletCover,
  sections: z.array(BookletSection),
  /** Words that every format needs, in the booklet's language. */
  words: z.strictObject({ contents: z.string(), page: z.string(), figure: z.string(), table: z.string() }),
  madeAt: Instant,
});
export type Booklet = z.infer<typeof Booklet>;

/** `GET /api/v1/sessions/:id/seat/booklet`: the booklet, and what the reader may do with it. */
export const BookletAnswer = z.strictObject({
  booklet: Booklet,
  /** Since when everybody with a personal link may read it. */
  publishedAt: Instant.optional(),
  /** Counts the changes; present for those who may edit. */
  revision: z.int().min(0).optional(),
  /** There is a change to take back. */
  canUndo: z.boolean(),
});
export type BookletAnswer = z.infer<typeof BookletAnswer>;
