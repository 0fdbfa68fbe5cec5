import type { DatabaseSync } from 'node:sqlite';
import { withoutWaiting } from './database.ts';
import type { Sliced } from './log-reader.ts';
import type { LogWriter } from './log-writer.ts';
import type { ReplaceAsked } from './messages.ts';
import { inTransaction } from './transaction.ts';

/** So many rows are looked at before others get their turn. */
const SLICE_ROWS = 2_000;

/**
 * Deletes everything of a session in one transaction. Rows are looked for in the whole table and not along the chain, so
 * that a damaged session goes as completely as a sound one.
 */
export function* erase(database: DatabaseSync, session: string): Sliced<undefined> {
  const rows = yield* rowsOf(database, session);
  inTransaction(database, () => remove(database, session, rows));
}

/** Puts a log in the place of another, in one transaction, unless that has grown meanwhile. */
export function* replace(
  database: DatabaseSync,
  writer: Pick<LogWriter, 'begin'>,
  { sessionId: session, facts, expectedVersion }: ReplaceAsked,
): Sliced<'replaced' | 'conflict'> {
  const rows = yield* rowsOf(database, session);
  return inTransaction(database, () => {
    const version = database.prepare('SELECT version FROM heads WHERE session = ?').get(session)?.version;
    if (version !== expectedVersion) return 'conflict';
    remove(database, session, rows);
    writer.begin(session, facts);
    return 'replaced';
  });
}

function* rowsOf(database: DatabaseSync, session: string): Sliced<number[]> {
  const highest = database.prepare('SELECT ifnull(max(id), 0) AS row FROM facts');
  const within = database.prepare('SELECT id FROM facts WHERE id > ? AND id <= ? AND session = ?');
  const rows: number[] = [];
  const last = Number(highest.get()?.row);
  for (let from = 0; from < last; from += SLICE_ROWS) {
    for (const { id } of within.all(from, Math.min(from + SLICE_ROWS, last), session)) rows.push(Number(id));
    yield;
  }
  return rows;
}

function remove(database: DatabaseSync, session: string, rows: readonly number[]): void {
  const one = database.prepare('DELETE FROM facts WHERE id = ?');
  for (const row of rows) one.run(row);
  database.prepare('DELETE FROM heads WHERE session = ?').run(session);
  database.prepare('DELETE FROM snapshots WHERE session = ?').run(session);
}

/**
 * Moves the write-ahead log into the database and cuts it to nothing, so that no older copy of a page remains.
 * False when somebody is reading at the moment: to be tried again.
 */
export function emptyWriteAheadLog(database: DatabaseSync): boolean {
  return withoutWaiting(database, () => database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.busy === 0);
}
