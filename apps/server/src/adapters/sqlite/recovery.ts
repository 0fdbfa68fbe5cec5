import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from './transaction.ts';

/**
 * Removes facts above `lastRow`, the last one that was acknowledged, and sets the heads back. After a failed commit such
 * rows may exist although their senders were told that nothing was saved.
 */
export function takeBack(database: DatabaseSync, lastRow: number): void {
  const firsts = database
    .prepare('SELECT session, min(id) AS id, prev FROM facts WHERE id > ? GROUP BY session')
    .all(lastRow);
  if (firsts.length === 0) return;
  inTransaction(database, () => {
    const forget = database.prepare('DELETE FROM heads WHERE session = ?');
    const restore = database.prepare(
      'INSERT INTO heads (session, row, version, hash) SELECT session, id, version, hash FROM facts WHERE id = ?',
    );
    for (const { session, prev } of firsts) {
      forget.run(String(session));
      if (prev !== 0) restore.run(Number(prev));
    }
    database.prepare('DELETE FROM facts WHERE id > ?').run(lastRow);
  });
}

/** Sessions whose last fact is not the one their head names. */
export const tornHeads = (database: DatabaseSync): string[] =>
  database
    .prepare(
      `SELECT heads.session AS session FROM heads LEFT JOIN facts ON facts.id = heads.row
       WHERE facts.id IS NULL OR facts.session <> heads.session
          OR facts.version <> heads.version OR facts.hash <> heads.hash`,
    )
    .all()
    .map(({ session }) => String(session));

/** Writes and removes as much as a busy second may bring; throws while there is no room for it. */
export function probe(database: DatabaseSync): void {
  database.exec('INSERT INTO probe VALUES (zeroblob(65536))');
  database.exec('DELETE FROM probe');
}
