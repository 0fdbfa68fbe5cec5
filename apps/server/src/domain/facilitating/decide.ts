import type { SetNotes } from '@werkraum/protocol';
import { seatOfActor } from '../seats.ts';
import { accept, type Context, type Decision, reject, type Session } from '../session.ts';

export type FacilitatingCommand = SetNotes;

/** Decides a command about what facilitators keep to themselves. Roles and status were checked before (`permissions.ts`). */
export function decideFacilitating(session: Session, command: FacilitatingCommand, context: Context): Decision {
  return setNotes(session, command, context);
}

// Whoever wrote on top of something they have not seen keeps both texts on screen and decides anew [FA-2].
function setNotes(session: Session, { phaseId, notes, seen }: SetNotes, { actor, now }: Context): Decision {
  const seat = seatOfActor(session, actor);
  if (!seat) return reject('not-admitted');
  const phase = session.agenda.phases.find(({ id }) => id === phaseId);
  if (!phase) return reject('no-such-phase');
  const { text, revision } = session.facilitating.notes[phaseId] ?? { text: phase.notes ?? '', revision: 0 };
  if (text === notes) return accept();
  if (seen !== revision) return reject('notes-changed-meanwhile');
  return accept({ type: 'notes-set', phaseId, text: notes, revision: revision + 1, by: seat.id, at: now });
}
