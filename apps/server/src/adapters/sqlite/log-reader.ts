import type { DatabaseSync } from 'node:sqlite';
import { chainHash, type FactRow, NO_HASH, sameHash, snapshotHash } from './chain.ts';
import { legible } from './failure.ts';
import type { KeptFact, KeptLog, KeptSnapshot } from './messages.ts';

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

/** Facts oldest first, or where the chain is broken. */
type Walk = { facts: KeptFact[] } | { damagedAt: number };

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

  /** Goes back from the head to the foot, checking every link. */
  function* walkBack(session: string, head: Head, foot: Foot): Sliced<Walk> {
    const facts: KeptFact[] = [];
    let damagedAt: number | undefined;
    let above: FactRow | undefined;
    for (let version = head.version; version > foot.version; version--) {
      const at: number = above ? above.prev : head.row;
      const row = legible(() => findRow.get(at)) as FactRow | undefined;
      if (!row || row.session !== session || row.version !== version) return { damagedAt: version };
      const sound = above ? sameHash(above.hash, chainHash(above, row.hash)) : sameHash(row.hash, head.hash);
      if (!sound) damagedAt = above ? above.version : version;
      facts.push(keptFact(row));
      above = row;
      if (version % SLICE_ROWS === 0) yield;
    }
    const landed = sameHash(above ? above.hash : head.hash, above ? chainHash(above, foot.hash) : foot.hash);
    if (!landed || (foot === START && above?.prev !== 0)) return { damagedAt: foot.version + 1 };
    return damagedAt === undefined ? { facts: facts.reverse() } : { damagedAt };
  }

  function* read(session: string, format: number): Sliced<KeptLog> {
    const head = findHead.get(session) as Head | undefined;
    if (!head) return { kind: 'none' };
    const { version } = head;
    const found = usableSnapshot(session, format, version);
    if (found) {
      const { link, ...snapshot } = found;
      const walk = yield* walkBack(session, head, { version: snapshot.version, hash: link });
      if ('facts' in walk) return { kind: 'log', version, snapshot, facts: walk.facts };
    }
    const walk = yield* walkBack(session, head, START);
    return 'facts' in walk
      ? { kind: 'log', version, facts: walk.facts }
      : { kind: 'damaged', atVersion: walk.damagedAt };
  }

  return { sessions: () => listHeads.all().map(({ session }) => String(session)), read };
}
