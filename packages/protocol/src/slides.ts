import { z } from 'zod';
import { DeckId, FileId, Instant, PhaseId, Place, SeatId, ShowingId } from './ids.ts';

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
