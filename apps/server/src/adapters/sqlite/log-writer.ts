import type { DatabaseSync } from 'node:sqlite';
import type { AppendResult } from '../../ports/event-store.ts';
import { chainHash, type FactRow, NO_HASH, snapshotHash } from './chain.ts';
import { legible } from './failure.ts';
import type { AppendAsked, KeptFact, SnapshotAsked } from './messages.ts';
import { inTransaction } from './transaction.ts';

interface Head {
  row: number;
  version: number;
  hash: Uint8Array;
}

type Link = Pick<FactRow, 'session' | 'version' | 'prev' | 'hash'>;

const EMPTY: Head = { row: 0, version: 0, hash: NO_HASH };

/** Everything that adds to the tables. Each call is one transaction and throws when the medium fails. */
export interface LogWriter {
  /** Writes all entries that fit their logs; the results are in the order of `appends`. Says the highest row then. */
  write(appends: readonly AppendAsked[]): { results: AppendResult[]; lastRow: number };
  /** Keeps each snapshot unless its version does not exist or a newer one of its format is there. */
  keepSnapshots(snapshots: readonly SnapshotAsked[]): void;
  /** Within somebody else's transaction: makes the head and the facts of a session that has none. */
  begin(session: string, facts: readonly Omit<KeptFact, 'version'>[]): void;
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
    `INSERT INTO snapshots (session, format, version, link, commands, state, hash) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (session, format) DO UPDATE SET version = excluded.version, link = excluded.link,
       commands = excluded.commands, state = excluded.state, hash = excluded.hash
     WHERE excluded.version > snapshots.version`,
  );
  const findLink = database.prepare('SELECT session, version, prev, hash FROM facts WHERE id = ?');
  const highest = database.prepare('SELECT ifnull(max(id), 0) AS row FROM facts');

  const lastRow = () => Number(highest.get()?.row);
  const headOf = (session: string): Head => (findHead.get(session) as Head | undefined) ?? EMPTY;

  function extend(head: Head, { sessionId: session, facts, at, by, command }: AppendAsked): Head {
    return facts.reduce(({ row: prev, version: before, hash: link }, fact) => {
      const version = before + 1;
      const hash = chainHash({ session, version, at, by, command, fact, prev }, link);
      const { lastInsertRowid } = insert.run(session, version, at, by, command, fact, prev, hash);
      return { row: Number(lastInsertRowid), version, hash };
    }, head);
  }

  function write(appends: readonly AppendAsked[]): { results: AppendResult[]; lastRow: number } {
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
      return { results, lastRow: lastRow() };
    });
  }

  /** The hash of the session's fact of this version. A snapshot is taken at the head or a few facts below. */
  function linkAt(session: string, version: number): Uint8Array | undefined {
    const head = headOf(session);
    if (version >= head.version) return version === head.version ? head.hash : undefined;
    let row = findLink.get(head.row) as Link | undefined;
    while (row && row.session === session && row.version > version) row = findLink.get(row.prev) as Link | undefined;
    return row?.session === session && row.version === version ? row.hash : undefined;
  }

  function keepSnapshots(snapshots: readonly SnapshotAsked[]): void {
    inTransaction(database, () => {
      for (const { sessionId, snapshot } of snapshots) {
        const link = legible(() => linkAt(sessionId, snapshot.version));
        if (!link) continue;
        const { version, format, commandIds, state } = snapshot;
        setSnapshot.run(sessionId, format, version, link, commandIds, state, snapshotHash(sessionId, snapshot, link));
      }
    });
  }

  function begin(session: string, facts: readonly Omit<KeptFact, 'version'>[]): void {
    const last = facts.reduce(
      (head, { fact, at, by, command }) =>
        extend(head, { sessionId: session, facts: [fact], at, by, command, expectedVersion: head.version }),
      EMPTY,
    );
    setHead.run(session, last.row, last.version, last.hash);
  }

  return { write, keepSnapshots, begin, lastRow };
}
