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

/** Runs lookups on one state of the database. Several of them cost half as much so, for the lock is taken only once. */
export function inOneView<T>(database: DatabaseSync, look: () => T): T {
  if (database.isTransaction) return look();
  database.exec('BEGIN');
  try {
    return look();
  } finally {
    if (database.isTransaction) database.exec('COMMIT');
  }
}
