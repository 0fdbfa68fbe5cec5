import type { DeckId, DeckView } from '@werkraum/protocol';
import { type ById, entries } from '../records.ts';
import type { Deck } from './slides.ts';

const deckView = ({ name, kind, pages, files, bytes, lastPage }: Deck): DeckView => ({
  ...{ name, kind, pages, files: [...files], bytes },
  ...(lastPage !== undefined && { lastPage }),
});

/** Somebody's own decks, by id. */
export const decksView = (decks: ById<DeckId, Deck>): Record<string, DeckView> =>
  Object.fromEntries(entries(decks).map(([id, deck]) => [id, deckView(deck)]));
