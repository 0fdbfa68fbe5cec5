import type { NotesPlace, SeatId } from '@werkraum/protocol';
import { placeOf } from '../places.ts';
import type { Session } from '../session.ts';
import { audiencesOf } from '../slices.ts';

/** What somebody may do with the notes of a place now. */
export type NotesAccess = 'write' | 'read' | 'none';

/**
 * The one rule for notes [NO-2]: who is at a place now writes there, a facilitator visibly visiting included, and nobody else
 * so much as reads. After the workshop those of everybody can be read; before the doors open there are none.
 */
export function notesAccess(session: Session, seatId: SeatId, place: NotesPlace): NotesAccess {
  const audience = place === 'plenary' ? 'session' : (`room:${place}` as const);
  if (session.status === 'draft' || !audiencesOf(session, seatId).includes(audience)) return 'none';
  if (placeOf(session, seatId) !== place) return 'none';
  return session.status === 'ended' ? 'read' : 'write';
}
