import type { HandOverNotes } from '@werkraum/protocol';
import { roundInUse } from '../breakouts/in-use.ts';
import { placeOf } from '../places.ts';
import { assertNever } from '../records.ts';
import { seatOfActor } from '../seats.ts';
import { accept, type Context, type Decision, type HouseCommand, reject, type Session } from '../session.ts';
import { isEmpty } from './written.ts';

type KeepHanded = Extract<HouseCommand, { type: 'keep-handed-notes' }>;

export type NotesCommand = HandOverNotes | KeepHanded;

/** Decides about what of the notes is shown to everybody (docs/spec/notes.md). Roles and status were checked before. */
export function decideNotes(session: Session, command: NotesCommand, context: Context): Decision {
  switch (command.type) {
    case 'hand-over-notes':
      return handOver(session, command, context);
    case 'keep-handed-notes':
      return keepHanded(session, command);
    default:
      return assertNever(command);
  }
}

function handOver(session: Session, { roomId }: HandOverNotes, { actor, now }: Context): Decision {
  const seat = seatOfActor(session, actor);
  const round = roundInUse(session);
  if (!seat) return reject('not-admitted');
  if (!round || session.breakouts.open?.practice) return reject('tables-not-open');
  const table = round.tables.find((each) => each.roomId === roomId);
  if (!table) return reject('no-such-table');
  if (placeOf(session, seat.id) !== roomId) return reject('not-at-a-table');
  if (session.notes.asked[roomId]) return accept();
  const { phaseId } = round;
  return accept({ type: 'notes-handing-asked', roomId, phaseId, label: table.label, by: seat.id, at: now });
}

// The house reads the notes beside everything else: what it found for a wish that is answered changes nothing.
function keepHanded({ notes }: Session, { roomId, askedAt, text }: KeepHanded): Decision {
  if (notes.asked[roomId]?.at !== askedAt) return accept();
  if (!text || isEmpty(text)) return accept({ type: 'notes-handing-dropped', roomId });
  return accept({ type: 'notes-handed-over', roomId, text });
}
