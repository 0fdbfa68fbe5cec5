import {
  type HandedNotesView,
  type NotesPlace,
  RICH_TEXT_LIMITS,
  type RoomId,
  type SeatView,
  type SessionView,
} from '@werkraum/protocol';
import type { Send } from '../../connection/connection.ts';
import type { NotesState } from './shared-notes.ts';

/** How it stands with what one writes, in one word. */
export type NotesLineKind = 'opening' | 'saved' | 'saving' | 'offline' | 'reading' | 'cut' | 'late';

/** The quiet line under the notes. */
export function notesLineKind({ phase, unsaved, mayWrite }: NotesState): NotesLineKind {
  if (phase !== 'open') return phase;
  if (!mayWrite) return 'reading';
  return unsaved ? 'saving' : 'saved';
}

/** The place whose notes somebody shares; undefined for who is outside. */
export const notesPlaceOf = ({ place }: SeatView): NotesPlace | undefined => (place === 'lobby' ? undefined : place);

/** How a place is called: a table by its letter. */
export const tableLabelOf = ({ tables }: SessionView, place: NotesPlace): string | undefined =>
  place === 'plenary' ? undefined : tables?.rooms[place]?.label;

export interface HandOverModel {
  /** Absent where nothing can be handed over. */
  handOver?: (() => Promise<boolean>) | undefined;
  /** Why not, where one would expect to. */
  hindrance?: 'empty' | 'too-long' | undefined;
  /** When it was done last. */
  handed?: HandedNotesView | undefined;
}

/** Showing everybody what the table has written. `length` counts the characters there are. */
export function handOverModel(
  { session, you }: { session: SessionView; you: SeatView },
  length: number,
  send: Send,
): HandOverModel {
  if (!you.may.includes('hand-over-notes')) return {};
  const roomId = you.place as RoomId;
  const handed = session.handedNotes?.[roomId];
  const hindrance = length === 0 ? 'empty' : length > RICH_TEXT_LIMITS.characters ? 'too-long' : undefined;
  if (hindrance) return { hindrance, handed };
  return { handed, handOver: async () => (await send({ type: 'hand-over-notes', roomId })).ok };
}

/** What tables have handed over, the newest round first, its tables in order. */
export function handedNotes({ handedNotes: handed = {}, agenda }: SessionView): readonly HandedNotesView[] {
  const orderOf = ({ phaseId }: HandedNotesView): number => agenda.order.indexOf(phaseId);
  return Object.values(handed).sort(
    (one, other) => orderOf(other) - orderOf(one) || one.label.localeCompare(other.label),
  );
}
