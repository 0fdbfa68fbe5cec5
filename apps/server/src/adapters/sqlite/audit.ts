import type { DatabaseSync } from 'node:sqlite';
import { chainHash, type FactRow, NO_HASH, sameHash } from './chain.ts';
import { legible } from './failure.ts';
import type { Sliced } from './log-reader.ts';

/** So many rows are checked before others get their turn; about a millisecond. */
const SLICE_ROWS = 200;

/** The newest fact of a session that was passed. */
type Passed = Pick<FactRow, 'id' | 'version' | 'hash'>;

interface Head {
  session: string;
  row: number;
  hash: Uint8Array;
}

const BEFORE_ALL: Passed = { id: 0, version: 0, hash: NO_HASH };

/**
 * Checks every fact there is against its predecessor, in the order in which they lie, which is many times cheaper than going
 * back along each session's chain. Tells of each session whose chain is broken once, with the lowest version that cannot be
 * trusted. Must start anew when rows were deleted in between.
 */
export function* audit(database: DatabaseSync, broken: (session: string, version: number) => void): Sliced<void> {
  const within = database.prepare(
    'SELECT id, session, version, at, by, command, fact, prev, hash FROM facts WHERE id > ? AND id <= ? ORDER BY id',
  );
  const heads = database.prepare('SELECT session, row, hash FROM heads');
  const highest = database.prepare('SELECT ifnull(max(id), 0) AS row FROM facts');
  const lastRow = () => Number(highest.get()?.row);
  const passed = new Map<string, Passed>();
  const told = new Set<string>();

  function tell(session: string, version: number): void {
    if (!told.has(session)) broken(session, version);
    told.add(session);
  }

  function pass(row: FactRow): void {
    const before = passed.get(row.session) ?? BEFORE_ALL;
    const follows = row.prev === before.id && row.version === before.version + 1;
    if (!follows || !sameHash(row.hash, chainHash(row, before.hash))) tell(row.session, before.version + 1);
    passed.set(row.session, { id: row.id, version: row.version, hash: row.hash });
  }

  for (let from = 0, last = lastRow(); from < last; last = lastRow()) {
    const to = Math.min(from + SLICE_ROWS, last);
    // Rows that cannot be decoded are missed by those that follow them.
    const rows = legible(() => within.all(from, to)) as FactRow[] | undefined;
    for (const row of rows ?? []) pass(row);
    from = to;
    yield;
  }
  for (const { session, row, hash } of heads.all() as unknown as Head[]) {
    const last = passed.get(session) ?? BEFORE_ALL;
    if (last.id !== row || !sameHash(last.hash, hash)) tell(session, last.version + 1);
  }
}
