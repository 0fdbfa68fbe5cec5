import type { DatabaseSync } from 'node:sqlite';
import { chainHash, type FactRow, NO_HASH, sameHash, snapshotHash } from './chain.ts';
import { legible } from './failure.ts';
import type { KeptFact, KeptLog, KeptSnapshot } from './messages.ts';
import { inOneView } from './transaction.ts';

/** So many rows are read before others get their turn; about a millisecond. */
const SLICE_ROWS = 200;

/** Work that pauses at each `yield`. */
export type Sliced<T> = Generator<undefined, T, undefined>;

export interface LogReader {
  /** All sessions that have a log. */
  sessions(): string[];
  /**
   * Reads one session from its newest usable snapshot on and checks the chain of hashes down to that. Where it does not hold,
   * the whole chain decides. Must start anew when rows were deleted in between.
   */
  read(session: string, format: number): Sliced<KeptLog>;
}

interface Head {
  row: number;
  version: number;
  hash: Uint8Array;
}

/** A place in the chain below which a walk need not go: the version there, and its fact's hash. */
interface Foot {
  version: number;
  hash: Uint8Array;
}

interface Walk {
  /** Newest first. */
  facts: KeptFact[];
  /** The one to be looked at next. */
  version: number;
  /** The row that was looked at last. */
  above?: FactRow;
  /** The lowest version that cannot be trusted. */
  damagedAt?: number;
  /** There is no way on. */
  lost: boolean;
}

type SnapshotRow = KeptSnapshot & Record<'link' | 'hash', Uint8Array>;

const START: Foot = { version: 0, hash: NO_HASH };

const keptFact = ({ version, at, by, command, fact }: FactRow): KeptFact => ({ version, at, by, command, fact });

export function createLogReader(database: DatabaseSync): LogReader {
  const listHeads = database.prepare('SELECT session FROM heads');
  const findHead = database.prepare('SELECT row, version, hash FROM heads WHERE session = ?');
  const findRow = database.prepare(
    'SELECT id, session, version, at, by, command, fact, prev, hash FROM facts WHERE id = ?',
  );
  const findSnapshot = database.prepare(
    `SELECT version, format, state, commands AS commandIds, link, hash FROM snapshots
     WHERE session = ? AND format = ? AND version <= ?`,
  );

  function usableSnapshot(session: string, format: number, newest: number) {
    const row = legible(() => findSnapshot.get(session, format, newest)) as SnapshotRow | undefined;
    if (!row) return undefined;
    const { link, hash, version, state, commandIds } = row;
    const snapshot = { version, format, state, commandIds };
    return sameHash(hash, snapshotHash(session, snapshot, link)) ? { ...snapshot, link } : undefined;
  }

  /** Goes down by some rows, checking each link between them. */
  function descend(walk: Walk, session: string, head: Head, until: number): void {
    for (; walk.version > until; walk.version--) {
      const { above, version } = walk;
      const row = legible(() => findRow.get(above ? above.prev : head.row)) as FactRow | undefined;
      if (!row || row.session !== session || row.version !== version) {
        walk.damagedAt = version;
        walk.lost = true;
        return;
      }
      const sound = above ? sameHash(above.hash, chainHash(above, row.hash)) : sameHash(row.hash, head.hash);
      if (!sound) walk.damagedAt = above ? above.version : version;
      walk.facts.push(keptFact(row));
      walk.above = row;
    }
  }

  /** Goes back from the head to the foot and checks that it arrives there. */
  function* walkBack(session: string, head: Head, foot: Foot): Sliced<Walk> {
    const walk: Walk = { facts: [], version: head.version, lost: false };
    while (walk.version > foot.version) {
      const until = Math.max(foot.version, walk.version - SLICE_ROWS);
      inOneView(database, () => descend(walk, session, head, until));
      if (walk.lost) return walk;
      if (walk.version > foot.version) yield;
    }
    const { above } = walk;
    const arrived = above ? sameHash(above.hash, chainHash(above, foot.hash)) : sameHash(head.hash, foot.hash);
    if (!arrived || (foot === START && above?.prev !== 0)) walk.damagedAt = foot.version + 1;
    return walk;
  }

  function* read(session: string, format: number): Sliced<KeptLog> {
    const head = findHead.get(session) as Head | undefined;
    if (!head) return { kind: 'none' };
    const { version } = head;
    const found = usableSnapshot(session, format, version);
    if (found) {
      const { link, ...snapshot } = found;
      const walk = yield* walkBack(session, head, { version: snapshot.version, hash: link });
      if (walk.damagedAt === undefined) return { kind: 'log', version, snapshot, facts: walk.facts.reverse() };
    }
    const walk = yield* walkBack(session, head, START);
    if (walk.damagedAt !== undefined) return { kind: 'damaged', atVersion: walk.damagedAt };
    return { kind: 'log', version, facts: walk.facts.reverse() };
  }

  return { sessions: () => listHeads.all().map(({ session }) => String(session)), read };
}
