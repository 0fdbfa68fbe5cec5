import type {
  ClientToServer,
  NotesCaret,
  NotesMessage,
  NotesOpen,
  NotesOpened,
  NotesPlace,
  NotesReply,
  NotesUpdate,
  NotesVersionReply,
  NotesVersionRequest,
  NotesVersionsReply,
  ServerToClient,
} from '@werkraum/protocol';
import type { Socket } from 'socket.io-client';

/** Writing together, as far as it concerns the line. Without a line, and without an answer, the reason is `not-saving`. */
export interface NotesLine {
  open(request: NotesOpen): Promise<NotesOpened>;
  update(request: NotesUpdate): Promise<NotesReply>;
  point(place: NotesPlace, caret: NotesCaret | null): void;
  close(place: NotesPlace): void;
  versions(place: NotesPlace): Promise<NotesVersionsReply>;
  version(request: NotesVersionRequest): Promise<NotesVersionReply>;
  restore(request: NotesVersionRequest): Promise<NotesReply>;
  /** Calls `listen` with what the server tells of notes. Returns how to stop. */
  hear(listen: (message: NotesMessage) => void): () => void;
}

type SeatSocket = Socket<ServerToClient, ClientToServer>;

const UNHEARD = { ok: false, reason: 'not-saving' } as const;

/** @param limitMs how long an answer is waited for */
export function notesLine(socket: SeatSocket, limitMs: number): NotesLine {
  const ask = async <Answer>(asked: () => Promise<Answer>): Promise<Answer | typeof UNHEARD> =>
    socket.connected ? asked().catch(() => UNHEARD) : UNHEARD;
  const wire = () => socket.timeout(limitMs);
  return {
    open: (request) => ask(() => wire().emitWithAck('notes-open', request)),
    update: (request) => ask(() => wire().emitWithAck('notes-update', request)),
    versions: (place) => ask(() => wire().emitWithAck('notes-versions', place)),
    version: (request) => ask(() => wire().emitWithAck('notes-version', request)),
    restore: (request) => ask(() => wire().emitWithAck('notes-restore', request)),
    point: (place, caret) => void (socket.connected && socket.emit('notes-caret', { place, caret })),
    close: (place) => void (socket.connected && socket.emit('notes-close', place)),
    hear(listen) {
      socket.on('notes', listen);
      return () => void socket.off('notes', listen);
    },
  };
}
