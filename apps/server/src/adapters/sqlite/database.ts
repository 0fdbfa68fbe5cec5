import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isBusy, isNoDatabase, textOf } from './failure.ts';
import { MIGRATIONS, migrate } from './schema.ts';
import { StoreUnusable } from './store-unusable.ts';

/** How long a statement waits for somebody else's lock before it fails. */
const BUSY_MS = 2_000;

// `secure_delete` overwrites what is deleted; `cell_size_check` notices damaged pages early.
const SETTINGS = `
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
  PRAGMA cell_size_check = ON;
  PRAGMA trusted_schema = OFF;`;

/** Runs `work` so that somebody else's lock fails it at once instead of holding everything up. */
export function withoutWaiting<T>(database: DatabaseSync, work: () => T): T {
  database.exec('PRAGMA busy_timeout = 0');
  try {
    return work();
  } finally {
    database.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
  }
}

/** Opens the file with its tables at the newest version; `migrations` are the steps to it. */
export function openDatabase(file: string, migrations: readonly string[] = MIGRATIONS): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: BUSY_MS });
  try {
    const mode = database.prepare('PRAGMA journal_mode = WAL').get();
    if (mode?.journal_mode !== 'wal') throw new StoreUnusable('is on a file system without write-ahead logging');
    database.exec(SETTINGS);
    migrate(database, migrations);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Claims the file for this process, until the returned handle is closed or the process dies. The claim stands in a file of
 * its own so that a backup may still read the database.
 */
function claim(file: string): DatabaseSync {
  const lock = new DatabaseSync(`${file}.lock`, { timeout: BUSY_MS });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    throw isBusy(error) ? new StoreUnusable('is in use by another process') : error;
  }
}

/** First opening at start-up: makes the folder, claims the file, opens it. Whatever prevents that is one line. */
export function openFirst(
  file: string,
  migrations: readonly string[] = MIGRATIONS,
): { lock: DatabaseSync; database: DatabaseSync } {
  let lock: DatabaseSync | undefined;
  try {
    mkdirSync(dirname(file), { recursive: true });
    lock = claim(file);
    return { lock, database: openDatabase(file, migrations) };
  } catch (error) {
    lock?.close();
    const why = isNoDatabase(error) ? 'is not a database' : textOf(error);
    throw new StoreUnusable(
      error instanceof StoreUnusable || isNoDatabase(error) ? `${file} ${why}` : `${file}: ${why}`,
    );
  }
}
