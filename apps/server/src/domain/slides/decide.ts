import type { HandSlides, HideDeck, ShowDeck, TurnPage } from '@werkraum/protocol';
import type { Seat } from '../people/people.ts';
import { placeOf } from '../places.ts';
import { assertNever, values } from '../records.ts';
import { isHere, runningPhase, seatOf, seatOfActor } from '../seats.ts';
import { accept, type Context, type Decision, reject, type Session } from '../session.ts';
import { isPresenterThere, mayReplace, mayShow, maySteer, mayTurn } from './rights.ts';
import type { Deck, Showing } from './slides.ts';

export type ShowingCommand = ShowDeck | TurnPage | HideDeck | HandSlides;

/** Decides a command about showing slides (docs/spec/slides.md). Roles and status were checked before. */
export function decideShowing(session: Session, command: ShowingCommand, context: Context): Decision {
  const seat = seatOfActor(session, context.actor);
  if (seat?.admission !== 'admitted') return reject('not-admitted');
  if (command.type === 'show-deck') return showDeck(session, seat, command, context);
  const showing = values(session.slides.showings).find(({ id }) => id === command.showingId);
  switch (command.type) {
    case 'turn-page':
      return showing ? turnPage(session, seat, showing, command.page) : reject('slides-not-shown');
    case 'hide-deck':
      return showing ? hideDeck(session, seat, showing) : accept();
    case 'hand-slides':
      return showing ? handSlides(session, seat, showing, command) : reject('slides-not-shown');
    default:
      return assertNever(command);
  }
}

function showDeck(session: Session, seat: Seat, command: ShowDeck, { now }: Context): Decision {
  const { place, showingId, page } = command;
  const shown = session.slides.showings[place];
  if (shown?.id === showingId) return accept();
  if (command.phaseId !== runningPhase(session)?.id) return reject('phase-already-ended');
  if (placeOf(session, seat.id) !== place || !mayShow(session, seat)) return reject('may-not-show');
  const deck = deckToShow(session, seat, command);
  if (!deck) return reject('no-such-deck');
  if (page > deck.pages) return reject('no-such-page');
  if (shown && !mayReplace(session, seat, shown)) return reject('slides-in-use');
  const { by: presenter, id: deckId } = deck;
  return accept({ type: 'slides-shown', showingId, place, presenter, deckId, page, by: seat.id, at: now });
}

/** An own deck; a facilitator also shows, in the plenary, what a speaker brought [SL-4]. */
function deckToShow(session: Session, seat: Seat, { seatId = seat.id, deckId, place }: ShowDeck): Deck | undefined {
  const owner = seatOf(session, seatId);
  const isBrought =
    seat.role === 'facilitator' && place === 'plenary' && owner?.role === 'speaker' && owner.admission === 'admitted';
  return seatId === seat.id || isBrought ? session.slides.decks[seatId]?.[deckId] : undefined;
}

function turnPage(session: Session, seat: Seat, showing: Showing, page: number): Decision {
  const { place, id: showingId, presenter, deckId } = showing;
  if (placeOf(session, seat.id) !== place || !mayTurn(seat, showing)) return reject('not-your-slides');
  if (page === showing.page) return accept();
  if (page > (session.slides.decks[presenter]?.[deckId]?.pages ?? 0)) return reject('no-such-page');
  return accept({ type: 'page-turned', place, showingId, page });
}

function hideDeck(session: Session, seat: Seat, showing: Showing): Decision {
  const isLeftBehind =
    !isPresenterThere(session, showing) && placeOf(session, seat.id) === showing.place && mayShow(session, seat);
  if (!maySteer(seat, showing) && !isLeftBehind) return reject('not-your-slides');
  return accept({ type: 'slides-hidden', place: showing.place, showingId: showing.id });
}

function handSlides(session: Session, seat: Seat, showing: Showing, { seatId }: HandSlides): Decision {
  if (!maySteer(seat, showing)) return reject('not-your-slides');
  if (seatId === showing.turner) return accept();
  if (!isHere(seatOf(session, seatId)) || placeOf(session, seatId) !== showing.place) return reject('person-not-here');
  return accept({ type: 'slides-handed', place: showing.place, showingId: showing.id, seatId });
}
