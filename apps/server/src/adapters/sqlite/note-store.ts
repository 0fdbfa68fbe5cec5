import type { DatabaseSync } from 'node:sqlite';
import type { NotesPlace, SeatId, SessionId } from '@werkraum/protocol';
import type { WrittenText } from '../../domain/notes/notes.ts';
import type { NoteStore, NotesKey } from '../../ports/note-store.ts';
import { openFirst } from './database.ts';
import { emptyWriteAheadLog } from './eraser.ts';
import { NOTE_MIGRATIONS } from './note-schema.ts';
import { inTransaction } from './transaction.ts';

/**
 * Keeps notes in a file of their own. To be called from a thread: every call waits for the disk.
 * @throws {StoreUnusable} when the file cannot be used
 */
export function openSqliteNoteStore(file: string): NoteStore {
  const { lock, database } = openFirst(file, NOTE_MIGRATIONS);
  const close = () => {
    database.close();
    lock.close();
  };
  return { ...changing(database), ...looking(database), close };
}

const at = ({ sessionId, place }: NotesKey) => [sessionId, place] as const;

function looking(database: DatabaseSync): Pick<NoteStore, 'read' | 'versions' | 'places' | 'sessions'> {
  const updates = database.prepare('SELECT bytes FROM note_updates WHERE session = ? AND place = ? ORDER BY id');
  const pens = database.prepare('SELECT pen, seat FROM note_pens WHERE session = ? AND place = ?');
  const versions = database.prepare(
    'SELECT version, at, text FROM note_versions WHERE session = ? AND place = ? ORDER BY version',
  );
  const places = database.prepare(
    `SELECT place FROM note_updates WHERE session = ?1
     UNION SELECT place FROM note_pens WHERE session = ?1
     UNION SELECT place FROM note_versions WHERE session = ?1`,
  );
  const sessions = database.prepare(
    `SELECT session FROM note_updates UNION SELECT session FROM note_pens UNION SELECT session FROM note_versions`,
  );
  return {
    sessions: () => sessions.all().map(({ session }) => String(session) as SessionId),
    read: (key) => ({
      updates: updates.all(...at(key)).map(({ bytes }) => bytes as Uint8Array),
      pens: new Map(pens.all(...at(key)).map(({ pen, seat }) => [Number(pen), String(seat) as SeatId])),
    }),
    versions: (key) =>
      versions.all(...at(key)).map((row) => ({
        version: Number(row.version),
        at: Number(row.at),
        text: JSON.parse(String(row.text)) as WrittenText,
      })),
    places: (sessionId) => places.all(sessionId).map(({ place }) => String(place) as NotesPlace),
  };
}

type Changing = Omit<NoteStore, 'read' | 'versions' | 'places' | 'sessions' | 'close'>;

function changing(database: DatabaseSync): Changing {
  const insert = database.prepare('INSERT INTO note_updates (session, place, bytes) VALUES (?, ?, ?)');
  const clear = database.prepare('DELETE FROM note_updates WHERE session = ? AND place = ?');
  const bind = database.prepare('INSERT OR IGNORE INTO note_pens (session, place, pen, seat) VALUES (?, ?, ?, ?)');
  const put = database.prepare('REPLACE INTO note_versions (session, place, version, at, text) VALUES (?, ?, ?, ?, ?)');
  const drop = database.prepare('DELETE FROM note_versions WHERE session = ? AND place = ? AND version = ?');
  return {
    together: (work) => inTransaction(database, work),
    append: (key, update) => void insert.run(...at(key), update),
    bindPen: (key, pen, seatId) => void bind.run(...at(key), pen, seatId),
    compact(key, state) {
      clear.run(...at(key));
      insert.run(...at(key), state);
    },
    putVersion: (key, version) => void put.run(...at(key), version.version, version.at, JSON.stringify(version.text)),
    dropVersion: (key, version) => void drop.run(...at(key), version),
    erase(sessionId) {
      for (const table of ['note_updates', 'note_pens', 'note_versions'])
        database.prepare(`DELETE FROM ${table} WHERE session = ?`).run(sessionId);
    },
    scrub() {
      if (!emptyWriteAheadLog(database)) throw new Error('somebody else is reading the notes: traces remain for now');
    },
  };
}
