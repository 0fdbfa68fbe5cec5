import {
  type DeckId,
  MOST_BYTES_OF_ALL,
  MOST_BYTES_OF_ONE,
  MOST_DECK_PAGES,
  MOST_DECKS,
  type Rejection,
  type SeatId,
} from '@werkraum/protocol';
import { isLetIn, seatOf } from '../seats.ts';
import type { Session } from '../session.ts';
import { allDecks, bytesOf, decksOf } from './decks.ts';
import type { Deck } from './slides.ts';

/** A file somebody wants to add: to a new deck, or as the next page of one of images. */
export interface Wanted {
  deckId: DeckId;
  seatId: SeatId;
  /** Where it is to stand in the deck; 1 begins one. */
  page: number;
  bytes: number;
}

/** `there`: it was added before, so that adding it again changes nothing. */
export type RoomFor = 'room' | 'there' | Rejection;

/**
 * Whether there is room for a file of somebody: asked before its bytes are taken, with the length that was announced, and
 * again with what is really kept [FI-4].
 */
export function roomFor(session: Session, wanted: Wanted): RoomFor {
  if (session.status === 'ended') return 'session-already-ended';
  const seat = seatOf(session, wanted.seatId);
  if (!isLetIn(seat)) return seat?.admission === 'removed' ? 'person-removed' : 'not-admitted';
  const deck = session.slides.decks[wanted.seatId]?.[wanted.deckId];
  return misplaced(deck, wanted) ?? noSpace(session, wanted, deck) ?? 'room';
}

function misplaced(deck: Deck | undefined, { page }: Wanted): RoomFor | undefined {
  if (!deck) return page === 1 ? undefined : 'no-such-deck';
  if (page <= deck.pages) return 'there';
  return page > deck.pages + 1 || deck.kind === 'pdf' ? 'page-added-meanwhile' : undefined;
}

function noSpace(session: Session, { seatId, bytes }: Wanted, deck: Deck | undefined): Rejection | undefined {
  const own = decksOf(session, seatId);
  if (!deck && own.length >= MOST_DECKS) return 'too-many-decks';
  if (deck && deck.pages >= MOST_DECK_PAGES) return 'own-space-full';
  if (bytesOf(own) + bytes > MOST_BYTES_OF_ONE) return 'own-space-full';
  return bytesOf(allDecks(session)) + bytes > MOST_BYTES_OF_ALL ? 'session-space-full' : undefined;
}
