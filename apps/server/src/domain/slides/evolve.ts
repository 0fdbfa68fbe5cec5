import type { DeckId, Place, SeatId } from '@werkraum/protocol';
import { assertNever, entries, withEntry, without } from '../records.ts';
import type { Deck, DeckFact, Showing, ShowingFact, Slides, SlidesFact } from './slides.ts';

export const noSlides: Slides = { decks: {}, showings: {} };

/** Folds one fact about decks and what is shown. A fact about a deck or showing that never was is a corrupt log. */
export function evolveSlides(slides: Slides, fact: SlidesFact): Slides {
  switch (fact.type) {
    case 'deck-added':
    case 'deck-page-added':
    case 'deck-removed':
      return evolveDecks(slides, fact);
    case 'slides-shown':
    case 'page-turned':
    case 'slides-handed':
    case 'slides-hidden':
      return evolveShowings(slides, fact);
    default:
      return assertNever(fact);
  }
}

function evolveDecks(slides: Slides, fact: DeckFact): Slides {
  switch (fact.type) {
    case 'deck-added': {
      const { deckId: id, by, name, kind, pages, fileId, bytes, at } = fact;
      return withDeck(slides, { id, by, name, kind, pages, files: [fileId], bytes, at });
    }
    case 'deck-page-added': {
      const deck = deckOf(slides, fact.by, fact.deckId);
      const { pages, files, bytes } = deck;
      return withDeck(slides, {
        ...{ ...deck, pages: pages + 1 },
        files: [...files, fact.fileId],
        bytes: bytes + fact.bytes,
      });
    }
    case 'deck-removed':
      return withoutDeck(slides, fact.by, fact.deckId);
    default:
      return assertNever(fact);
  }
}

function evolveShowings(slides: Slides, fact: ShowingFact): Slides {
  switch (fact.type) {
    case 'slides-shown': {
      const { showingId: id, place, presenter, deckId, page, at } = fact;
      deckOf(slides, presenter, deckId);
      const showing = { id, place, presenter, deckId, page, turner: presenter, startedAt: at };
      return withShowing(ended(slides, place), showing);
    }
    case 'page-turned':
      return withShowing(slides, { ...showingOf(slides, fact), page: fact.page });
    case 'slides-handed':
      return withShowing(slides, { ...showingOf(slides, fact), turner: fact.seatId });
    case 'slides-hidden':
      return ended(slides, showingOf(slides, fact).place);
    default:
      return assertNever(fact);
  }
}

/** Ends what is shown at a place; the deck remembers the page [SL-14]. */
function ended(slides: Slides, place: Place): Slides {
  const showing = slides.showings[place];
  if (!showing) return slides;
  const deck = slides.decks[showing.presenter]?.[showing.deckId];
  const remembered = deck ? withDeck(slides, { ...deck, lastPage: showing.page }) : slides;
  return { ...remembered, showings: without(remembered.showings, place) };
}

/** Ends every showing that does not stand the test. */
export const endedUnless = (slides: Slides, stays: (showing: Showing) => boolean): Slides =>
  entries(slides.showings).reduce(
    (rest, [place, showing]) => (showing && stays(showing) ? rest : ended(rest, place)),
    slides,
  );

export const withShowing = (slides: Slides, showing: Showing): Slides => ({
  ...slides,
  showings: withEntry(slides.showings, showing.place, showing),
});

const withDeck = (slides: Slides, deck: Deck): Slides => ({
  ...slides,
  decks: withEntry(slides.decks, deck.by, withEntry(slides.decks[deck.by] ?? {}, deck.id, deck)),
});

function withoutDeck(slides: Slides, by: SeatId, deckId: DeckId): Slides {
  const hidden = endedUnless(slides, (showing) => showing.presenter !== by || showing.deckId !== deckId);
  const rest = without(hidden.decks[by] ?? {}, deckId);
  const decks = entries(rest).length > 0 ? withEntry(hidden.decks, by, rest) : without(hidden.decks, by);
  return { ...hidden, decks };
}

function deckOf(slides: Slides, by: SeatId, deckId: DeckId): Deck {
  const deck = slides.decks[by]?.[deckId];
  if (!deck) throw new Error(`no deck ${deckId} of ${by}`);
  return deck;
}

function showingOf(slides: Slides, { place, showingId }: { place: Place; showingId: Showing['id'] }): Showing {
  const showing = slides.showings[place];
  if (showing?.id !== showingId) throw new Error(`${showingId} is not shown at ${place}`);
  return showing;
}
