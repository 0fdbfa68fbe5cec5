import { assertNever, withEntry, without } from '../records.ts';
import type { Notes, NotesFact } from './notes.ts';

export const nothingHanded: Notes = { asked: {}, handed: {} };

/** Folds one fact about notes. What nobody asked to hand over is a corrupt log. */
export function evolveNotes({ asked, handed }: Notes, fact: NotesFact): Notes {
  switch (fact.type) {
    case 'notes-handing-asked': {
      const { roomId, phaseId, label, by, at } = fact;
      return { asked: withEntry(asked, roomId, { phaseId, label, by, at }), handed };
    }
    case 'notes-handing-dropped':
      return { asked: without(asked, fact.roomId), handed };
    case 'notes-handed-over': {
      const handing = asked[fact.roomId];
      if (!handing) throw new Error(`nobody asked to hand over the notes of ${fact.roomId}`);
      const text = { ...handing, text: fact.text };
      return { asked: without(asked, fact.roomId), handed: withEntry(handed, fact.roomId, text) };
    }
    default:
      return assertNever(fact);
  }
}
