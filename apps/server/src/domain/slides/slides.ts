import type { DeckId, DeckKind, FileId, Instant, Place, SeatId, ShowingId } from '@werkraum/protocol';
import type { ById } from '../records.ts';

/** A presentation somebody uploaded. */
export interface Deck {
  id: DeckId;
  /** Whose it is. */
  by: SeatId;
  name: string;
  kind: DeckKind;
  pages: number;
  /** `pdf`: one file with all pages; `images`: one file per page. */
  files: readonly FileId[];
  /** Size of all files together. */
  bytes: number;
  at: Instant;
  /** The page that was shown last. */
  lastPage?: number;
}

/** A deck that is shown at one place. Its owner is the presenter. */
export interface Showing {
  id: ShowingId;
  place: Place;
  presenter: SeatId;
  deckId: DeckId;
  page: number;
  /** May turn the pages besides the presenter. */
  turner: SeatId;
  startedAt: Instant;
}

export interface Slides {
  /** By owner, so that nobody can touch another's deck by its id. */
  decks: ById<SeatId, ById<DeckId, Deck>>;
  /** At most one at each place. */
  showings: ById<Place, Showing>;
}

/** Facts about what somebody uploaded. */
export type DeckFact =
  | {
      type: 'deck-added';
      deckId: DeckId;
      by: SeatId;
      name: string;
      kind: DeckKind;
      /** Of its first file. */
      pages: number;
      fileId: FileId;
      bytes: number;
      at: Instant;
    }
  /** One more image; `pages` and files grow by one. */
  | { type: 'deck-page-added'; deckId: DeckId; by: SeatId; fileId: FileId; bytes: number }
  | { type: 'deck-removed'; deckId: DeckId; by: SeatId };

/** Facts about what is shown. `by` is who did it. */
export type ShowingFact =
  | {
      type: 'slides-shown';
      showingId: ShowingId;
      place: Place;
      presenter: SeatId;
      deckId: DeckId;
      page: number;
      by: SeatId;
      at: Instant;
    }
  | { type: 'page-turned'; place: Place; showingId: ShowingId; page: number }
  | { type: 'slides-handed'; place: Place; showingId: ShowingId; seatId: SeatId }
  | { type: 'slides-hidden'; place: Place; showingId: ShowingId };

export type SlidesFact = DeckFact | ShowingFact;
