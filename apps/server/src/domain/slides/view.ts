import type { DeckFileView, DeckView } from '@werkraum/protocol';
import type { Deck, DeckFile } from './slides.ts';

/** A kept file, as whoever may read it is told of it. */
export const deckFileView = ({ id: fileId, ...file }: DeckFile): DeckFileView => ({ fileId, ...file });

/** Somebody's own decks, by id. */
export const decksView = (decks: readonly Deck[]): Record<string, DeckView> =>
  Object.fromEntries(
    decks.map(({ id, name, kind, files, at }) => [id, { name, kind, files: files.map(deckFileView), at }]),
  );
