import type { RemoveDeck } from '@werkraum/protocol';
import { assertNever } from '../records.ts';
import { seatOfActor } from '../seats.ts';
import { accept, type Context, type Decision, type HouseCommand, reject, type Session } from '../session.ts';
import { roomFor } from './room-for.ts';
import { findDeck } from './slides.ts';

export type SlidesCommand = RemoveDeck | Extract<HouseCommand, { type: 'add-deck-file' }>;

/** Dispatches a command about slides. */
export function decideSlides(session: Session, command: SlidesCommand, context: Context): Decision {
  switch (command.type) {
    case 'add-deck-file':
      return addFile(session, command, context);
    case 'remove-deck':
      return removeDeck(session, command, context);
    default:
      return assertNever(command);
  }
}

// The bytes are kept before this is asked: what is refused here has to go again.
function addFile(
  session: Session,
  { deckId, seatId, name, page, file }: Extract<SlidesCommand, { type: 'add-deck-file' }>,
  { now }: Context,
): Decision {
  const room = roomFor(session, { deckId, seatId, page, bytes: file.bytes });
  if (room === 'there') return accept();
  if (room !== 'room') return reject(room);
  if (page > 1) return accept({ type: 'deck-page-added', deckId, by: seatId, file });
  return accept({ type: 'deck-added', deckId, by: seatId, name, file, at: now });
}

function removeDeck(session: Session, { deckId }: RemoveDeck, { actor }: Context): Decision {
  const deck = findDeck(session, deckId);
  if (!deck) return accept();
  const seat = seatOfActor(session, actor);
  if (seat && seat.id !== deck.owner && seat.role !== 'facilitator') return reject('not-your-deck');
  return accept({ type: 'deck-removed', deckId, by: seat?.id ?? 'house', owner: deck.owner });
}
