import type { HandedNotesView, RoomId } from '@werkraum/protocol';
import { entries } from '../records.ts';
import type { Session } from '../session.ts';
import type { Notes } from './notes.ts';
import { isEmpty, withoutAuthors } from './written.ts';

/** What the view of handed-over notes is made from. */
export const notesInputs = ({ notes: { handed } }: Session): Pick<Notes, 'handed'> => ({ handed });

/** Whether a table has handed over notes that still say something. */
export function hasHandedNotes(handed: Notes['handed'], roomId: RoomId): boolean {
  const notes = handed[roomId];
  return notes !== undefined && !isEmpty(notes.text);
}

/** What tables have handed over, for everybody; undefined while there is nothing. Nobody is told who wrote which words. */
export function handedNotesView({ handed }: Pick<Notes, 'handed'>): Record<string, HandedNotesView> | undefined {
  const shown = entries(handed).filter(([, { text }]) => !isEmpty(text));
  if (shown.length === 0) return undefined;
  return Object.fromEntries(shown.map(([roomId, table]) => [roomId, { ...table, text: withoutAuthors(table.text) }]));
}
