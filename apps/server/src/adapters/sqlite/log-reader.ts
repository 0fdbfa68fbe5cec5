import type { DatabaseSync } from 'node:sqlite';
import { chainHash, type FactRow, NO_HASH, sameHash, snapshotHash } from './chain.ts';
import { isIllegible } from './failure.ts';
import type { KeptFact, KeptLog, KeptSnapshot } from './messages.ts';

/** So many rows are read before others get their turn; about a millisecond. */
const SLICE_ROWS = 200;

/** Work that pauses at each `yield`. */
export type Sliced<T> = Generator<undefined, T, undefined>;

/** All sessions that have a log. */
export const listSessions = (database: DatabaseSync): string[] =>
  database
    .prepare('SELECT session FROM heads')
    .all()
    .map(({ session }) => String(session));

/** Runs a lookup; a row that cannot even be decoded counts as missing. */
function legible<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (isIllegible(error)) return undefined;
    throw error;
  }
}

function usableSnapshot(
  database: DatabaseSync,
  session: string,
  format: number,
  newest: number,
): KeptSnapshot | undefined {
  const find = database.prepare(
    'SELECT version, format, state, hash FROM snapshots WHERE session = ? AND format = ? AND version <= ?',
  );
  const row = legible(() => find.get(session, format, newest)) as (KeptSnapshot & { hash: Uint8Array }) | undefined;
  if (!row) return undefined;
  const snapshot = { version: row.version, format: row.format, state: row.state };
  return sameHash(row.hash, snapshotHash(session, snapshot)) ? snapshot : undefined;
}

interface Walk {
  /** Newest first, without those that the snapshot covers. */
  facts: KeptFact[];
  /** Newest first, each once. */
  commandIds: Set<string>;
  damagedAt?: number;
}

/** Goes back from the head to version 1, checking every link; keeps the facts above `covered`. */
function* walkBack(
  database: DatabaseSync,
  session: string,
  head: { row: number; version: number; hash: Uint8Array },
  covered: number,
): Sliced<Walk> {
  const byId = database.prepare(
    'SELECT id, session, version, at, by, command, fact, prev, hash FROM facts WHERE id = ?',
  );
  const walk: Walk = { facts: [], commandIds: new Set() };
  let above: FactRow | undefined;
  for (let version = head.version; version >= 1; version--) {
    const at: number = above ? above.prev : head.row;
    const row = legible(() => byId.get(at)) as FactRow | undefined;
    if (!row || row.session !== session || row.version !== version) return { ...walk, damagedAt: version };
    const sound = above ? sameHash(above.hash, chainHash(above, row.hash)) : sameHash(row.hash, head.hash);
    if (!sound) walk.damagedAt = above ? above.version : version;
    if (row.command !== null) walk.commandIds.add(row.command);
    if (version > covered) walk.facts.push({ version, at: row.at, by: row.by, command: row.command, fact: row.fact });
    above = row;
    if (version % SLICE_ROWS === 0) yield;
  }
  const sound = above && above.prev === 0 && sameHash(above.hash, chainHash(above, NO_HASH));
  return sound ? walk : { ...walk, damagedAt: 1 };
}

/** Reads one session and checks its whole chain of hashes. Must start anew when rows were deleted in between. */
export function* readLog(database: DatabaseSync, session: string, format: number): Sliced<KeptLog> {
  const find = database.prepare('SELECT row, version, hash FROM heads WHERE session = ?');
  const head = find.get(session) as { row: number; version: number; hash: Uint8Array } | undefined;
  if (!head) return { kind: 'none' };
  const snapshot = usableSnapshot(database, session, format, head.version);
  const walk = yield* walkBack(database, session, head, snapshot?.version ?? 0);
  if (walk.damagedAt !== undefined) return { kind: 'damaged', atVersion: walk.damagedAt };
  const log = { version: head.version, facts: walk.facts.reverse(), commandIds: [...walk.commandIds].reverse() };
  return { kind: 'log', ...log, ...(snapshot && { snapshot }) };
}
