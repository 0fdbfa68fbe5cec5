/** SQLite with nothing around it: one append-only table, one transaction per batch, synchronous = FULL. Usage: node bare-log.ts FILE */
import { DatabaseSync } from 'node:sqlite';
import { serve } from './serve.ts';

const database = new DatabaseSync(process.argv[2] ?? '');
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
database.exec('CREATE TABLE log (id INTEGER PRIMARY KEY, entry TEXT NOT NULL) STRICT');
const insert = database.prepare('INSERT INTO log (entry) VALUES (?)');
/** About as long as a row of Werkraum's own log. */
const ENTRY = ''.padEnd(300, 'x');

const methods = {
  /** Milliseconds that each of so many commits took. */
  append({ batch, commits }: { batch: number; commits: number }): number[] {
    return Array.from({ length: commits }, () => {
      const began = performance.now();
      database.exec('BEGIN IMMEDIATE');
      for (let count = 0; count < batch; count++) insert.run(ENTRY);
      database.exec('COMMIT');
      return performance.now() - began;
    });
  },
};
export type BareLog = typeof methods;
serve(methods);
