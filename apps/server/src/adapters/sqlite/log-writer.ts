import type { DatabaseSync } from 'node:sqlite';
import type { AppendResult } from '../../ports/event-store.ts';
import { chainHash, NO_HASH, snapshotHash } from './chain.ts';
import type { AppendAsked, KeptSnapshot } from './messages.ts';
import { inTransaction } from './transaction.ts';

interface Head {
  row: number;
  version: number;
  hash: Uint8Array;
}

const EMPTY: Head = { row: 0, version: 0, hash: NO_HASH };

/** Everything that adds to the tables. Each call is one transaction and throws when the medium fails. */
export interface LogWriter {
  /** Writes all entries that fit their logs; the results are in the order of `appends`. */
  write(appends: readonly AppendAsked[]): AppendResult[];
  /** Keeps the snapshot unless its version does not exist or a newer one of its format is there. */
  keepSnapshot(session: string, snapshot: KeptSnapshot): undefined;
  /** The highest row of `facts` now. */
  lastRow(): number;
}

export function createLogWriter(database: DatabaseSync): LogWriter {
  const findHead = database.prepare('SELECT row, version, hash FROM heads WHERE session = ?');
  const insert = database.prepare(
    'INSERT INTO facts (session, version, at, by, command, fact, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const setHead = database.prepare(
    `INSERT INTO heads (session, row, version, hash) VALUES (?, ?, ?, ?)
     ON CONFLICT (session) DO UPDATE SET row = excluded.row, version = excluded.version, hash = excluded.hash`,
  );
  const setSnapshot = database.prepare(
    `INSERT INTO snapshots (session, format, version, state, hash) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (session, format) DO UPDATE SET version = excluded.version, state = excluded.state, hash = excluded.hash
     WHERE excluded.version > snapshots.version`,
  );
  const highest = database.prepare('SELECT ifnull(max(id), 0) AS row FROM facts');

  const headOf = (session: string): Head => (findHead.get(session) as Head | undefined) ?? EMPTY;

  function extend(head: Head, { sessionId: session, facts, at, by, command }: AppendAsked): Head {
    return facts.reduce(({ row: prev, version: before, hash: link }, fact) => {
      const version = before + 1;
      const hash = chainHash({ session, version, at, by, command, fact, prev }, link);
      const { lastInsertRowid } = insert.run(session, version, at, by, command, fact, prev, hash);
      return { row: Number(lastInsertRowid), version, hash };
    }, head);
  }

  function write(appends: readonly AppendAsked[]): AppendResult[] {
    return inTransaction(database, () => {
      const heads = new Map<string, Head>();
      const results = appends.map((append): AppendResult => {
        const head = heads.get(append.sessionId) ?? headOf(append.sessionId);
        if (head.version !== append.expectedVersion) return { kind: 'conflict' };
        const next = extend(head, append);
        if (next !== head) heads.set(append.sessionId, next);
        return { kind: 'appended', version: next.version };
      });
      for (const [session, { row, version, hash }] of heads) setHead.run(session, row, version, hash);
      return results;
    });
  }

  function keepSnapshot(session: string, snapshot: KeptSnapshot): undefined {
    const { version, format, state } = snapshot;
    if (version > headOf(session).version) return;
    const hash = snapshotHash(session, snapshot);
    inTransaction(database, () => setSnapshot.run(session, format, version, state, hash));
  }

  return { write, keepSnapshot, lastRow: () => Number(highest.get()?.row) };
}
