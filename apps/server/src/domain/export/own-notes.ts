import { type NotesPlace, plainText, type SessionRecord } from '@werkraum/protocol';
import { recordOf } from '../agenda/record.ts';
import type { OwnWords } from '../notes/notes.ts';
import type { Session } from '../session.ts';
import { type ExportWords, exportWords } from './words.ts';

/** Tells what a place of a session is called, for people: "Plenary", "Round 1, Table A". */
export function placeNames(session: Session): (place: NotesPlace) => string {
  const words = exportWords(session.language);
  const tables = new Map(recordOf(session).phases.flatMap((phase) => tablesOf(phase, words)));
  return (place) => (place === 'plenary' ? words.plenary : (tables.get(place) ?? words.practice));
}

function tablesOf({ title, round }: SessionRecord['phases'][number], words: ExportWords): [NotesPlace, string][] {
  const tables = round?.tables ?? [];
  return tables.map(({ roomId, label }) => [roomId, `${title}, ${words.tableName(label)}`]);
}

/** Somebody's own words at a place as a text to keep; empty when there are none. */
export function ownNotes({ text, earlier }: OwnWords, words: ExportWords): string {
  const now = plainText(text).trim();
  const before = earlier.length === 0 ? '' : `${words.earlier}\n\n${earlier.join('\n')}`;
  const parts = [now, before].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`;
}
