import type {
  Instant,
  NotesPlace,
  NotesRefusal,
  NotesVersionId,
  RichText,
  SeatId,
  SessionId,
} from '@werkraum/protocol';
import type { OwnWords, WrittenText } from '../domain/notes/notes.ts';
import type { NotesKey } from './note-store.ts';

export type { NotesKey } from './note-store.ts';

/** What somebody does not hold yet, and what there is. */
export interface NotesDifference {
  /** Yjs update, format V1. */
  update: Uint8Array;
  /** Yjs state vector. */
  vector: Uint8Array;
}

/** Why a change was not kept. `not-saving`: it may be kept when it is sent again. */
export type UpdateRefusal = Extract<NotesRefusal, 'too-large' | 'full' | 'not-understood' | 'gap' | 'not-saving'>;

/**
 * The documents that are written together. None of it holds the caller up, whatever it is given; what was resolved as kept
 * is durable. A call that cannot be carried out rejects.
 */
export interface NotesKeeper {
  /** @param vector what the asker holds (Yjs state vector); one that cannot be read counts as empty */
  open(key: NotesKey, vector: Uint8Array): Promise<NotesDifference>;
  /** Keeps a change by this seat, unless it is none an editor makes [NO-5]. The same change again is kept and changes nothing. */
  update(key: NotesKey, change: { update: Uint8Array; by: SeatId; at: Instant }): Promise<'kept' | UpdateRefusal>;
  /** The text as it is now. */
  text(key: NotesKey): Promise<WrittenText>;
  /** Newest first. */
  versions(key: NotesKey): Promise<readonly { version: NotesVersionId; at: Instant; characters: number }[]>;
  version(key: NotesKey, version: NotesVersionId): Promise<RichText | undefined>;
  /** Keeps the text as it is now as a version, unless the last one says the same. */
  keepVersion(key: NotesKey, at: Instant): Promise<void>;
  /** Writes a version anew, and keeps what stood there before. The change to be told to those who follow; undefined: no such version. */
  restore(key: NotesKey, version: NotesVersionId, at: Instant): Promise<Uint8Array | undefined>;
  /** The places of a session at which something was written. */
  places(sessionId: SessionId): Promise<readonly NotesPlace[]>;
  /** What this person wrote at a place, in its versions too, and nothing of others. */
  words(key: NotesKey, seatId: SeatId): Promise<OwnWords>;
  /** Takes what this person wrote out of all notes of a session and out of their versions. */
  eraseSeat(sessionId: SessionId, seatId: SeatId): Promise<void>;
  /** Ids of all sessions that have notes. */
  sessions(): Promise<readonly SessionId[]>;
  /** Removes all notes of a session, for good. */
  delete(sessionId: SessionId): Promise<void>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}
