import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SessionId } from '@werkraum/protocol';
import { openSqliteEventStore } from '@werkraum/server/src/adapters/sqlite/event-store.ts';
import { createSystemClock } from '@werkraum/server/src/adapters/system-clock/system-clock.ts';
import { createHouse } from '@werkraum/server/src/application/house.ts';
import { evolve } from '@werkraum/server/src/domain/evolve.ts';
import { type Session, STATE_FORMAT } from '@werkraum/server/src/domain/session.ts';
import type { EventStore } from '@werkraum/server/src/ports/event-store.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildFullHouse } from '../bench/history/full-house.ts';

const HOUSE = { sessions: 5, facts: 120, snapshotEvery: 50 };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'full-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The state that all facts of a session lead to. */
async function wholly(store: EventStore, id: SessionId): Promise<Session | undefined> {
  const read = await store.read(id, STATE_FORMAT + 1);
  if (read.kind !== 'log') throw new Error(read.kind);
  return read.log.facts.reduce<Session | undefined>((session, { fact }) => evolve(session, fact), undefined);
}

test('[KE-8] the house whose restart is measured is one that the server could have left', async () => {
  const file = join(folder, 'werkraum.sqlite');
  buildFullHouse(file, HOUSE);
  const faults: unknown[] = [];
  const report = (error: unknown) => void faults.push(error);
  const store = await openSqliteEventStore({ file, report });
  const read = await Promise.all((await store.sessions()).map((id) => store.read(id, STATE_FORMAT)));
  const tails = read.map((result) =>
    result.kind === 'log' && result.log.snapshot ? result.log.facts.length : undefined,
  );
  expect(tails.toSorted()).toEqual([0, 10, 20, 30, 40]);

  const house = createHouse({ store, clock: createSystemClock(), report });
  await house.wake();
  const states = house.known().map((id) => house.session(id));
  expect(states.map((session) => [session?.id, session?.status])).toEqual(house.known().map((id) => [id, 'running']));
  for (const id of house.known()) expect(await wholly(store, id)).toEqual(house.session(id));
  house.stop();
  await store.close();
  expect(faults).toEqual([]);
});
