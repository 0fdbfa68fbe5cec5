import type { DeckId, FileId, FileType, Instant, SeatId } from '@werkraum/protocol';
import type { Seat } from '../people/people.ts';
import { type ById, values } from '../records.ts';
import type { Session } from '../session.ts';

/** A kept file of a deck. Its bytes stand in the store of files under its id. */
export interface DeckFile {
  id: FileId;
  type: FileType;
  bytes: number;
  /** How many pages of the deck it holds: all of a PDF, one of an image. */
  pages: number;
  /** Of the first page, in points (PDF) or pixels. */
  width: number;
  height: number;
}

/** Slides that one person uploaded: one PDF, or images in order. */
export interface Deck {
  id: DeckId;
  owner: SeatId;
  name: string;
  kind: 'pdf' | 'images';
  files: readonly [DeckFile, ...DeckFile[]];
  at: Instant;
}

export interface Slides {
  /** By owner, oldest first; nobody stands here with an empty list. */
  decks: ById<SeatId, readonly Deck[]>;
}

export type SlidesFact =
  | { type: 'deck-added'; deckId: DeckId; by: SeatId; name: string; file: DeckFile; at: Instant }
  | { type: 'deck-page-added'; deckId: DeckId; by: SeatId; file: DeckFile }
  | { type: 'deck-removed'; deckId: DeckId; by: SeatId | 'house'; owner: SeatId };

/** Somebody's decks, oldest first. */
export const decksOf = ({ slides }: Pick<Session, 'slides'>, seatId: SeatId): readonly Deck[] =>
  slides.decks[seatId] ?? [];

/** The deck of this id, whoever has it. */
export function findDeck({ slides }: Pick<Session, 'slides'>, deckId: DeckId): Deck | undefined {
  for (const decks of values(slides.decks)) {
    const deck = decks.find(({ id }) => id === deckId);
    if (deck) return deck;
  }
  return undefined;
}

/** How many pages a deck has. */
export const pagesOf = ({ files }: Deck): number => files.reduce((sum, { pages }) => sum + pages, 0);

/** What decks take up, in bytes. */
export const bytesOf = (decks: readonly Deck[]): number =>
  decks.reduce((sum, { files }) => sum + files.reduce((own, { bytes }) => own + bytes, 0), 0);

/** The files of all decks of a session. */
export const filesOf = ({ slides }: Pick<Session, 'slides'>): DeckFile[] =>
  values(slides.decks)
    .flat()
    .flatMap(({ files }) => files);

/** Invited, or let in: who may have slides. Somebody who knocked waits for that, too [FI-10]. */
export const isLetIn = (seat: Seat | undefined): boolean =>
  seat !== undefined && seat.admission !== 'removed' && (seat.invited || seat.admission === 'admitted');
