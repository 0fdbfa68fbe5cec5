import type { DatabaseSync } from 'node:sqlite';
import type { ChainResult } from '../../ports/event-store.ts';
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
  /** Checks the whole chain; the hash at the last fact of this kind. Must start anew when rows were deleted in between. */
  chainAt(session: string, kind: string): Sliced<ChainResult>;
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
  /** Looks at each row on the way, newest first. */
  pass(row: FactRow): void;
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

// A row that is no fact any more is damaged, and the chain says so.
function isOfKind(fact: string, kind: string): boolean {
  try {
    return (JSON.parse(fact) as { type: unknown }).type === kind;
  } catch {
    return false;
  }
}

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
      walk.pass(row);
      walk.above = row;
    }
  }

  /** Goes back from the head to the foot and checks that it arrives there. */
  function* walkBack(session: string, head: Head, foot: Foot, pass: Walk['pass']): Sliced<Walk> {
    const walk: Walk = { pass, version: head.version, lost: false };
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

  /** The facts above the foot in their order, or where the chain is broken. */
  function* factsAbove(session: string, head: Head, foot: Foot): Sliced<KeptFact[] | { damagedAt: number }> {
    const facts: KeptFact[] = [];
    const { damagedAt } = yield* walkBack(session, head, foot, (row) => facts.push(keptFact(row)));
    return damagedAt === undefined ? facts.reverse() : { damagedAt };
  }

  function* read(session: string, format: number): Sliced<KeptLog> {
    const head = findHead.get(session) as Head | undefined;
    if (!head) return { kind: 'none' };
    const { version } = head;
    const found = usableSnapshot(session, format, version);
    if (found) {
      const { link, ...snapshot } = found;
      const facts = yield* factsAbove(session, head, { version: snapshot.version, hash: link });
      if (!('damagedAt' in facts)) return { kind: 'log', version, snapshot, facts };
    }
    const facts = yield* factsAbove(session, head, START);
    if ('damagedAt' in facts) return { kind: 'damaged', atVersion: facts.damagedAt };
    return { kind: 'log', version, facts };
  }

  function* chainAt(session: string, kind: string): Sliced<ChainResult> {
    const head = findHead.get(session) as Head | undefined;
    if (!head) return { kind: 'none' };
    let found: ChainResult = { kind: 'none' };
    const { damagedAt } = yield* walkBack(session, head, START, ({ version, fact, hash }) => {
      if (found.kind === 'none' && isOfKind(fact, kind)) {
        found = { kind: 'chained', version, hash: Buffer.from(hash).toString('hex') };
      }
    });
    return damagedAt === undefined ? found : { kind: 'damaged', atVersion: damagedAt };
  }

  return { sessions: () => listHeads.all().map(({ session }) => String(session)), read, chainAt };
}
