import type { DeckId, FileId, SeatId } from '@werkraum/protocol';
import { type ById, values } from '../records.ts';
import type { Session } from '../session.ts';
import type { Deck } from './slides.ts';

/** A file that is kept, as the inspection found it. Its bytes stand in the store of files under its id. */
export interface KeptFile {
  id: FileId;
  kind: Deck['kind'];
  /** All of a PDF, 1 of an image. */
  pages: number;
  bytes: number;
}

const NONE: ById<DeckId, Deck> = {};

/** Somebody's decks, oldest first. */
export const decksOf = ({ slides }: Pick<Session, 'slides'>, seatId: SeatId): Deck[] =>
  values(slides.decks[seatId] ?? NONE);

/** What decks take up, in bytes. */
export const bytesOf = (decks: readonly Deck[]): number => decks.reduce((sum, { bytes }) => sum + bytes, 0);

/** All decks of a session. */
export const allDecks = ({ slides }: Pick<Session, 'slides'>): Deck[] => values(slides.decks).flatMap(values);

/** The ids of all files that decks of a session are made of. */
export const filesOf = (session: Pick<Session, 'slides'>): FileId[] => allDecks(session).flatMap(({ files }) => files);
