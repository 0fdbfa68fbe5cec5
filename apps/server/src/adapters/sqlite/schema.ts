import type { DatabaseSync } from 'node:sqlite';
import { StoreUnusable } from './store-unusable.ts';
import { inTransaction } from './transaction.ts';

/**
 * One step per released change of the tables; never edited afterwards. `facts` grows at its end only and has no
 * further index: each fact names its predecessor's row, and `heads` names each session's last one. A snapshot's `link` is the
 * hash of the fact it stands at.
 */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE facts (
     id INTEGER PRIMARY KEY,
     session TEXT NOT NULL,
     version INTEGER NOT NULL,
     at INTEGER NOT NULL,
     by TEXT NOT NULL,
     command TEXT,
     fact TEXT NOT NULL,
     prev INTEGER NOT NULL,
     hash BLOB NOT NULL
   ) STRICT;
   CREATE TABLE heads (
     session TEXT PRIMARY KEY,
     row INTEGER NOT NULL,
     version INTEGER NOT NULL,
     hash BLOB NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE snapshots (
     session TEXT NOT NULL,
     format INTEGER NOT NULL,
     version INTEGER NOT NULL,
     state TEXT NOT NULL,
     hash BLOB NOT NULL,
     PRIMARY KEY (session, format)
   ) STRICT;
   CREATE TABLE probe (filler BLOB NOT NULL) STRICT;`,
  // What was kept before says nothing of the fact it stands at. A lost snapshot costs time, never facts.
  `DROP TABLE snapshots;
   CREATE TABLE snapshots (
     session TEXT NOT NULL,
     format INTEGER NOT NULL,
     version INTEGER NOT NULL,
     link BLOB NOT NULL,
     commands TEXT NOT NULL,
     state TEXT NOT NULL,
     hash BLOB NOT NULL,
     PRIMARY KEY (session, format)
   ) STRICT;`,
];

function foundVersion(database: DatabaseSync): number {
  const table = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'schema'").get();
  return table ? Number(database.prepare('SELECT version FROM schema').get()?.version) : 0;
}

/** Brings the tables to the newest version, or throws `StoreUnusable` when they are newer than this code. */
export function migrate(database: DatabaseSync, migrations: readonly string[] = MIGRATIONS): void {
  const version = foundVersion(database);
  if (version > migrations.length) throw new StoreUnusable('was written by a newer version of Werkraum');
  if (version === migrations.length) return;
  inTransaction(database, () => {
    if (version === 0)
      database.exec('CREATE TABLE schema (version INTEGER NOT NULL) STRICT; INSERT INTO schema VALUES (0)');
    for (const step of migrations.slice(version)) database.exec(step);
    database.prepare('UPDATE schema SET version = ?').run(migrations.length);
  });
}
