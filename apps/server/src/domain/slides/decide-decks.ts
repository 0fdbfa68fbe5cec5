import type { RemoveDeck } from '@werkraum/protocol';
import { assertNever } from '../records.ts';
import { seatOfActor } from '../seats.ts';
import { accept, type Context, type Decision, type HouseCommand, reject, type Session } from '../session.ts';
import { roomFor } from './room-for.ts';

export type DecksCommand = RemoveDeck | Extract<HouseCommand, { type: 'add-deck-file' }>;

/** Dispatches a command about what people upload. */
export function decideDecks(session: Session, command: DecksCommand, context: Context): Decision {
  switch (command.type) {
    case 'add-deck-file':
      return addFile(session, command, context);
    case 'remove-deck':
      return removeDeck(session, command, context);
    default:
      return assertNever(command);
  }
}

// The bytes are kept before this is asked: what is refused here, or is there already, has to go again.
function addFile(
  session: Session,
  { deckId, seatId: by, name, page, file }: Extract<DecksCommand, { type: 'add-deck-file' }>,
  { now: at }: Context,
): Decision {
  const { id: fileId, kind, pages, bytes } = file;
  const room = roomFor(session, { deckId, seatId: by, page, bytes });
  if (room === 'there') return accept();
  if (room !== 'room') return reject(room);
  if (page > 1) return accept({ type: 'deck-page-added', deckId, by, fileId, bytes });
  return accept({ type: 'deck-added', ...{ deckId, by, name, kind, pages, fileId, bytes, at } });
}

function removeDeck(session: Session, { deckId, seatId }: RemoveDeck, { actor }: Context): Decision {
  const seat = seatOfActor(session, actor);
  const owner = seatId ?? seat?.id;
  if (!owner || !session.slides.decks[owner]?.[deckId]) return accept();
  if (seat && seat.id !== owner && seat.role !== 'facilitator') return reject('not-your-deck');
  return accept({ type: 'deck-removed', deckId, by: owner });
}
