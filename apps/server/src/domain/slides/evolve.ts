import type { SeatId } from '@werkraum/protocol';
import { assertNever, withEntry, without } from '../records.ts';
import type { Deck, Slides, SlidesFact } from './slides.ts';

export const noSlides: Slides = { decks: {} };

/** Folds one fact about slides. A page for a deck that is not there is a corrupt log. */
export function evolveSlides(slides: Slides, fact: SlidesFact): Slides {
  switch (fact.type) {
    case 'deck-added':
      return withDecks(slides, fact.by, [...(slides.decks[fact.by] ?? []), newDeck(fact)]);
    case 'deck-page-added':
      return withDecks(slides, fact.by, withPage(slides.decks[fact.by], fact));
    case 'deck-removed':
      return withDecks(
        slides,
        fact.owner,
        (slides.decks[fact.owner] ?? []).filter(({ id }) => id !== fact.deckId),
      );
    default:
      return assertNever(fact);
  }
}

const newDeck = ({ deckId, by, name, file, at }: Extract<SlidesFact, { type: 'deck-added' }>): Deck => ({
  ...{ id: deckId, owner: by, name, at },
  kind: file.type === 'application/pdf' ? 'pdf' : 'images',
  files: [file],
});

function withPage(decks: readonly Deck[] = [], fact: Extract<SlidesFact, { type: 'deck-page-added' }>): Deck[] {
  if (!decks.some(({ id }) => id === fact.deckId)) throw new Error(`no deck ${fact.deckId}`);
  return decks.map((deck) => (deck.id === fact.deckId ? { ...deck, files: [...deck.files, fact.file] } : deck));
}

const withDecks = (slides: Slides, owner: SeatId, decks: readonly Deck[]): Slides => ({
  ...slides,
  decks: decks.length > 0 ? withEntry(slides.decks, owner, decks) : without(slides.decks, owner),
});
