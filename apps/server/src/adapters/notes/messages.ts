import type { Instant, NotesPlace, NotesVersionId, RichText, SeatId, SessionId } from '@werkraum/protocol';
import type { OwnWords, WrittenText } from '../../domain/notes/notes.ts';
import type { NotesDifference, NotesKey, UpdateRefusal } from '../../ports/notes.ts';

/** What can be asked of the documents, by kind. */
export interface Asked {
  open: { key: NotesKey; vector: Uint8Array };
  update: { key: NotesKey; update: Uint8Array; by: SeatId; at: Instant };
  text: { key: NotesKey };
  versions: { key: NotesKey };
  version: { key: NotesKey; version: NotesVersionId };
  'keep-version': { key: NotesKey; at: Instant };
  restore: { key: NotesKey; version: NotesVersionId; at: Instant };
  places: { sessionId: SessionId };
  words: { key: NotesKey; seatId: SeatId };
  'erase-seat': { sessionId: SessionId; seatId: SeatId };
  sessions: object;
  delete: { sessionId: SessionId };
}

export interface Answered {
  open: NotesDifference;
  update: 'kept' | UpdateRefusal;
  text: WrittenText;
  versions: readonly { version: NotesVersionId; at: Instant; characters: number }[];
  version: RichText | undefined;
  'keep-version': undefined;
  restore: Uint8Array | undefined;
  places: readonly NotesPlace[];
  words: OwnWords;
  'erase-seat': undefined;
  sessions: readonly SessionId[];
  delete: undefined;
}

export type Kind = keyof Asked;

/** To the thread. */
export type Request = { [K in Kind]: { id: number; kind: K } & Asked[K] }[Kind];

/** From the thread. `problem`: something it could not do, in words for the log. */
export type Message =
  | { kind: 'ready' }
  | { kind: 'unusable'; why: string }
  | { kind: 'answer'; id: number; value: unknown }
  | { kind: 'failure'; id: number; why: string }
  | { kind: 'problem'; why: string };
