import type { DatabaseSync } from 'node:sqlite';
import { withoutWaiting } from './database.ts';
import type { Sliced } from './log-reader.ts';
import { inTransaction } from './transaction.ts';

/** So many rows are looked at before others get their turn. */
const SLICE_ROWS = 2_000;

/**
 * Deletes everything of a session in one transaction. Rows are looked for in the whole table and not along the chain, so
 * that a damaged session goes as completely as a sound one.
 */
export function* erase(database: DatabaseSync, session: string): Sliced<undefined> {
  const highest = database.prepare('SELECT ifnull(max(id), 0) AS row FROM facts');
  const within = database.prepare('SELECT id FROM facts WHERE id > ? AND id <= ? AND session = ?');
  const rows: number[] = [];
  const last = Number(highest.get()?.row);
  for (let from = 0; from < last; from += SLICE_ROWS) {
    for (const { id } of within.all(from, Math.min(from + SLICE_ROWS, last), session)) rows.push(Number(id));
    yield;
  }
  inTransaction(database, () => {
    const remove = database.prepare('DELETE FROM facts WHERE id = ?');
    for (const row of rows) remove.run(row);
    database.prepare('DELETE FROM heads WHERE session = ?').run(session);
    database.prepare('DELETE FROM snapshots WHERE session = ?').run(session);
  });
}

/**
 * Moves the write-ahead log into the database and cuts it to nothing, so that no older copy of a page remains.
 * False when somebody is reading at the moment: to be tried again.
 */
export function emptyWriteAheadLog(database: DatabaseSync): boolean {
  return withoutWaiting(database, () => database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.busy === 0);
}
