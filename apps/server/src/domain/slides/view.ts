import type { DeckTitleView, FacilitatorsView, FileId, Place, SeatId, ShowingView } from '@werkraum/protocol';
import type { Seat } from '../people/people.ts';
import { placeOf } from '../places.ts';
import { type ById, entries, values } from '../records.ts';
import type { Session } from '../session.ts';
import type { Deck } from './slides.ts';

/** What is shown at a place, as everybody there sees it [SL-15]. */
export function showingAt({ slides: { decks, showings } }: Session, place: Place): ShowingView | undefined {
  const showing = showings[place];
  const deck = showing && decks[showing.presenter]?.[showing.deckId];
  if (!deck) return undefined;
  const { id: showingId, presenter, turner, page, startedAt } = showing;
  const { name, kind, files, pages } = deck;
  return { showingId, presenter, turner, name, kind, files: [...files], pages, page, startedAt };
}

/** What the titles of the speakers' decks are made from. */
export const talksInputs = ({ slides: { decks }, people: { seats } }: Session) => ({ decks, seats });

/** Which decks the speakers have brought, for facilitators, who may show them [SL-4]: titles and nothing of what is in them. */
export function talksView({ decks, seats }: ReturnType<typeof talksInputs>): FacilitatorsView['talks'] {
  const brought = entries(decks).filter(([seatId]) => isSpeaker(seats[seatId]));
  return brought.length === 0
    ? undefined
    : Object.fromEntries(brought.map(([seatId, theirs]) => [seatId, titles(theirs)]));
}

const isSpeaker = (seat: Session['people']['seats'][SeatId]): boolean =>
  seat?.role === 'speaker' && seat.admission === 'admitted';

const titles = (decks: ById<Deck['id'], Deck> | undefined): Record<string, DeckTitleView> =>
  Object.fromEntries(
    values(decks ?? {}).map(({ id, name, pages, lastPage }) => [
      id,
      { name, pages, ...(lastPage !== undefined && { lastPage }) },
    ]),
  );

/**
 * The deck shown where a seat is, if the file belongs to it [SL-13]: what others may read besides their own. Knowing the id
 * opens nothing.
 */
export function shownDeckWith(session: Session, seat: Seat, fileId: FileId): Deck | undefined {
  if (seat.admission !== 'admitted') return undefined;
  const { showings, decks } = session.slides;
  const showing = showings[placeOf(session, seat.id)];
  const deck = showing && decks[showing.presenter]?.[showing.deckId];
  return deck?.files.includes(fileId) ? deck : undefined;
}
