import { z } from 'zod';
import { DeckId, FileId, Instant } from './ids.ts';
import { MOST_DECK_PAGES } from './slides-limits.ts';
import { line } from './text.ts';

/** What a deck is called: the name of its file without the ending, or what its owner calls it. */
export const DeckName = line(120);
export type DeckName = z.infer<typeof DeckName>;

export const FileType = z.enum(['application/pdf', 'image/png', 'image/jpeg', 'image/webp']);
export type FileType = z.infer<typeof FileType>;

/** One kept file of a deck. A PDF holds all pages of its deck; an image is one page. */
export const DeckFileView = z.strictObject({
  fileId: FileId,
  type: FileType,
  bytes: z.int().min(1),
  /** How many pages of the deck it holds. */
  pages: z.int().min(1).max(MOST_DECK_PAGES),
  /** Of its first page, in points (PDF) or pixels: what its shape on a screen follows from. */
  width: z.number().positive(),
  height: z.number().positive(),
});
export type DeckFileView = z.infer<typeof DeckFileView>;

/** A deck as its owner sees it. */
export const DeckView = z.strictObject({
  name: z.string(),
  /** `pdf`: one file with all pages. `images`: each file is one page, in this order. */
  kind: z.enum(['pdf', 'images']),
  files: z.array(DeckFileView).min(1),
  /** When it was uploaded. */
  at: Instant,
});
export type DeckView = z.infer<typeof DeckView>;

/** Takes a deck away with its files, for good: one's own, or as a facilitator anybody's. */
export const RemoveDeck = z.strictObject({ type: z.literal('remove-deck'), deckId: DeckId });
export type RemoveDeck = z.infer<typeof RemoveDeck>;

/**
 * `PUT /api/v1/sessions/:id/seat/decks/:deckId` with the file as its body. The client makes the deck's id (`randomId()`); the
 * same request again is answered as before. `name` begins a deck, `page` names the place of an image: one more than the
 * deck has pages.
 */
export const UploadQuery = z.strictObject({
  name: DeckName,
  page: z.coerce.number().int().min(1).max(MOST_DECK_PAGES).default(1),
});
export type UploadQuery = z.infer<typeof UploadQuery>;

/** Why a file is not taken, besides what `Rejection` says: codes of the upload's problem details. */
export const FileRefusal = z.enum([
  'not-a-slide-file',
  'file-empty',
  'file-too-large',
  'too-many-pages',
  'too-many-pixels',
  'file-broken',
  'file-locked',
  'file-too-hard',
  'not-another-image',
  'upload-broken-off',
  'another-upload-runs',
  'uploads-busy',
]);
export type FileRefusal = z.infer<typeof FileRefusal>;
