import type { DatabaseSync } from 'node:sqlite';

/** Runs `work` in one write transaction. If anything fails, nothing of it remains and the error is passed on. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // SQLite itself has already rolled back after most failures of the medium.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
