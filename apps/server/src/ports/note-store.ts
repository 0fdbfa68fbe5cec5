import type { Instant, NotesPlace, SeatId, SessionId } from '@werkraum/protocol';
import type { WrittenText } from '../domain/notes/notes.ts';

/** Whose notes: those of one place of one session. */
export interface NotesKey {
  sessionId: SessionId;
  place: NotesPlace;
}

/** What is kept of the notes of a place: everything to make the document anew, and who wrote with which pen. */
export interface StoredNotes {
  /** Changes in the order in which they came; a compacted state counts as the first. Yjs updates, format V1. */
  updates: readonly Uint8Array[];
  /** Yjs client id → the seat that wrote with it. */
  pens: ReadonlyMap<number, SeatId>;
}

/** The notes as they were at an instant. */
export interface StoredVersion {
  version: number;
  at: Instant;
  text: WrittenText;
}

/**
 * Keeps notes and their versions. Called from the thread that works on documents, so every call waits for the medium;
 * whatever cannot be done throws. Changes are kept by `together` alone.
 */
export interface NoteStore {
  read(key: NotesKey): StoredNotes;
  /** Runs `work`; what it changes is durable when this returns. If it throws, or cannot be made durable, nothing has changed. */
  together<T>(work: () => T): T;
  append(key: NotesKey, update: Uint8Array): void;
  bindPen(key: NotesKey, pen: number, seatId: SeatId): void;
  /** Replaces all changes by one that says the same. */
  compact(key: NotesKey, state: Uint8Array): void;
  /** Oldest first. */
  versions(key: NotesKey): readonly StoredVersion[];
  /** Keeps a version under its number, in the place of one that has it. */
  putVersion(key: NotesKey, version: StoredVersion): void;
  dropVersion(key: NotesKey, version: number): void;
  /** The places of a session that have anything. */
  places(sessionId: SessionId): readonly NotesPlace[];
  sessions(): readonly SessionId[];
  /** Removes everything of a session. */
  erase(sessionId: SessionId): void;
  /** Sees to it that what was removed or compacted is not left in the medium. */
  scrub(): void;
  close(): void;
}
