import type { SeatId } from '@werkraum/protocol';
import { assertNever, withEntry } from '../records.ts';
import type { BookletFact, BookletState, Change } from './booklet.ts';
import { inverse, layered, noLayers } from './layers.ts';

/** So many changes can be taken back one after the other [BK-9]. */
const MOST_BACK = 50;

export const newBooklet: BookletState = { layers: noLayers, revision: 0, back: [], named: {} };

/** Folds one fact about the booklet. */
export function evolveBooklet(booklet: BookletState, fact: BookletFact): BookletState {
  switch (fact.type) {
    case 'booklet-edited': {
      const back = [...booklet.back, inverse(booklet.layers, fact.change)].slice(-MOST_BACK);
      return { ...changed(booklet, fact.change, fact.by), back };
    }
    case 'booklet-edit-undone': {
      const change = booklet.back.at(-1);
      if (!change) throw new Error('no change of the booklet to take back');
      return { ...changed(booklet, change, fact.by), back: booklet.back.slice(0, -1) };
    }
    case 'booklet-published':
      return { ...booklet, publishedAt: fact.at };
    case 'booklet-unpublished': {
      const { publishedAt: _, ...rest } = booklet;
      return rest;
    }
    case 'naming-answered':
      return { ...booklet, named: withEntry(booklet.named, fact.seatId, fact.listed) };
    default:
      return assertNever(fact);
  }
}

const changed = (booklet: BookletState, change: Change, by: SeatId): BookletState => ({
  ...booklet,
  layers: layered(booklet.layers, change, by),
  revision: booklet.revision + 1,
});
