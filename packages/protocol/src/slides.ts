import { z } from 'zod';
import { DeckId, FileId, Instant, PhaseId, Place, SeatId, ShowingId } from './ids.ts';
import { MOST_DECK_PAGES } from './slides-limits.ts';
import { line } from './text.ts';

/** A page of a deck, counted from one. */
const PageNumber = z.int().min(1).max(1_000);

/**
 * Shows a deck to everybody at the sender's place, from a page on. The sender names the place and the phase it saw, and
 * made the id. `seatId`: whose deck; without it an own one.
 */
export const ShowDeck = z.strictObject({
  type: z.literal('show-deck'),
  showingId: ShowingId,
  deckId: DeckId,
  seatId: SeatId.optional(),
  place: Place,
  phaseId: PhaseId.optional(),
  page: PageNumber,
});
export type ShowDeck = z.infer<typeof ShowDeck>;

/** Goes to a page for everybody. The page is absolute, so that a repeat changes nothing. */
export const TurnPage = z.strictObject({ type: z.literal('turn-page'), showingId: ShowingId, page: PageNumber });
export type TurnPage = z.infer<typeof TurnPage>;

/** Ends a showing for everybody. */
export const HideDeck = z.strictObject({ type: z.literal('hide-deck'), showingId: ShowingId });
export type HideDeck = z.infer<typeof HideDeck>;

/** Lets somebody turn the pages; who shows the slides stays who they are, and may still turn them. */
export const HandSlides = z.strictObject({ type: z.literal('hand-slides'), showingId: ShowingId, seatId: SeatId });
export type HandSlides = z.infer<typeof HandSlides>;

/** Takes a deck away with its files, for good: one's own, or as a facilitator that of `seatId`. */
export const RemoveDeck = z.strictObject({
  type: z.literal('remove-deck'),
  deckId: DeckId,
  seatId: SeatId.optional(),
});
export type RemoveDeck = z.infer<typeof RemoveDeck>;

/**
 * `PUT /api/v1/sessions/:id/seat/decks/:deckId` with the file as its body. The client makes the deck's id (`randomId()`); the
 * same request again is answered as before. `name` begins a deck, `page` names the place of an image: one more than the
 * deck has pages.
 */
export const UploadQuery = z.strictObject({
  name: line(120),
  page: z.coerce.number().int().min(1).max(MOST_DECK_PAGES).default(1),
});
export type UploadQuery = z.infer<typeof UploadQuery>;

/** What files of slides are: a PDF is a whole deck, an image one page. */
export const FileType = z.enum(['application/pdf', 'image/png', 'image/jpeg', 'image/webp']);
export type FileType = z.infer<typeof FileType>;

/** Why a file is not taken, besides what `Rejection` says: `code` of the upload's problem details. */
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

/** `pdf`: one file with all pages; `images`: one file per page. */
export const DeckKind = z.enum(['pdf', 'images']);
export type DeckKind = z.infer<typeof DeckKind>;

/** An own deck. */
export const DeckView = z.strictObject({
  name: z.string(),
  kind: DeckKind,
  pages: z.int(),
  files: z.array(FileId),
  /** Size of all its files together. */
  bytes: z.int(),
  /** The page that was shown last, if it was shown. */
  lastPage: z.int().optional(),
});
export type DeckView = z.infer<typeof DeckView>;

/** A deck somebody else brought: that there is one, and nothing of what is in it. */
export const DeckTitleView = z.strictObject({ name: z.string(), pages: z.int(), lastPage: z.int().optional() });
export type DeckTitleView = z.infer<typeof DeckTitleView>;

/** What is shown at one place. Turning a page changes `page` and nothing else. */
export const ShowingView = z.strictObject({
  showingId: ShowingId,
  /** Whose slides these are. */
  presenter: SeatId,
  /** Who turns the pages: the presenter, or somebody the slides were handed to. */
  turner: SeatId,
  name: z.string(),
  kind: DeckKind,
  files: z.array(FileId),
  pages: z.int(),
  page: z.int(),
  startedAt: Instant,
});
export type ShowingView = z.infer<typeof ShowingView>;
