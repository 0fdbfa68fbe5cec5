import { execFileSync } from 'node:child_process';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { SeatId, SessionId } from '@werkraum/protocol';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Session } from '../../domain/session.ts';
import { eventStoreContract } from '../../ports/event-store.contract.ts';
import type { Entry, EventStore } from '../../ports/event-store.ts';
import { openSqliteEventStore } from './event-store.ts';
import { createLogWriter } from './log-writer.ts';
import { databaseFile, removeDatabases } from './testing.ts';
import type { SqliteOptions } from './worker-client.ts';

const FORMAT = 1;

eventStoreContract('sqlite', async () => {
  const file = databaseFile();
  const open = () => openSqliteEventStore({ file, report: () => {} });
  let store = await open();
  let intruder: DatabaseSync | undefined;

  async function reopened(meanwhile: (database: DatabaseSync) => void = () => {}): Promise<EventStore> {
    await store.close();
    const database = new DatabaseSync(file);
    meanwhile(database);
    database.close();
    store = await open();
    return store;
  }

  return {
    store,
    reopened: () => reopened(),
    damaged: (sessionId, version) =>
      reopened((database) => {
        const alter = database.prepare(
          "UPDATE facts SET fact = replace(fact, 'seat', 'seal') WHERE session = ? AND version = ?",
        );
        expect(alter.run(sessionId, version).changes).toBe(1);
      }),
    stopSaving: async () => {
      intruder = new DatabaseSync(file);
      intruder.exec('BEGIN IMMEDIATE');
    },
    resumeSaving: async () => intruder?.exec('ROLLBACK'),
    dispose: async () => {
      intruder?.close();
      await store.close();
      removeDatabases();
    },
  };
});

describe('sqlite event store', () => {
  const session = 'session-with-a-rare-name' as SessionId;
  const CANARY = 'canary-7d1c';
  let file: string;
  let opened: EventStore[];

  const open = async (options: Partial<SqliteOptions> = {}) => {
    const store = await openSqliteEventStore({ file, report: () => {}, ...options });
    opened.push(store);
    return store;
  };
  const entry = (seat: string, count = 1): Entry => ({
    facts: Array.from({ length: count }, () => ({ type: 'seat-arrived', seatId: seat as SeatId })),
    at: 1,
    by: seat as SeatId,
  });

  /** What the log of another session looks like. */
  const rewritten = { facts: Array(3).fill('{"type":"doors-opened"}'), at: 2, by: 'house', command: null };

  beforeEach(() => {
    file = databaseFile();
    opened = [];
  });
  afterEach(async () => {
    for (const store of opened) await store.close();
    removeDatabases();
  });

  test('[KE-6] what arrives together is one transaction', async () => {
    const commits: number[] = [];
    const store = await open({ onCommit: ({ entries }) => commits.push(entries) });
    await Promise.all(Array.from({ length: 50 }, (_, version) => store.append(session, entry('a'), version)));
    expect(commits).toEqual([50]);
  });

  test('[KE-7] a session deleted while it is read is gone, not damaged', async () => {
    const store = await open();
    await store.append(session, entry('a', 5_000), 0);
    const read = store.read(session, FORMAT);
    await store.delete(session);
    expect((await read).kind).not.toBe('damaged');
  });

  test('[KE-8] a damaged snapshot is ignored', async () => {
    const store = await open();
    await store.append(session, entry('a', 2), 0);
    await store.keepSnapshot(session, {
      version: 2,
      format: FORMAT,
      state: { title: 'true' } as Session,
      commandIds: [],
    });
    await store.close();
    const database = new DatabaseSync(file);
    database.exec(`UPDATE snapshots SET state = replace(state, 'true', 'lies')`);
    database.close();
    const read = await (await open()).read(session, FORMAT);
    expect(read).toMatchObject({ kind: 'log', log: { version: 2, facts: [{ version: 1 }, { version: 2 }] } });
    expect(read).not.toHaveProperty('log.snapshot');
  });

  test('[KE-10] damage below a snapshot is reported although nobody reads it', async () => {
    const store = await open();
    await store.append(session, entry('a', 3), 0);
    const state = { title: 'kept' } as Session;
    await store.keepSnapshot(session, { version: 3, format: FORMAT, state, commandIds: [] });
    await store.close();
    const database = new DatabaseSync(file);
    database.exec("UPDATE facts SET fact = replace(fact, 'seat', 'seal') WHERE version = 2");
    database.close();
    const told = Promise.withResolvers<unknown>();
    const again = await open({ report: told.resolve });
    expect(await again.read(session, FORMAT)).toMatchObject({ kind: 'log', log: { snapshot: { state }, facts: [] } });
    expect(String(await told.promise)).toContain(`session ${session}: its log is damaged at version 2`);
  });

  test('[KE-8] a snapshot that does not stand at the fact it was taken at is ignored', async () => {
    const store = await open();
    await store.append(session, entry('a', 3), 0);
    const state = { title: 'of another log' } as Session;
    await store.keepSnapshot(session, { version: 2, format: FORMAT, state, commandIds: [] });
    await store.close();
    const database = new DatabaseSync(file);
    database.exec('DELETE FROM facts; DELETE FROM heads');
    createLogWriter(database).write([{ ...rewritten, sessionId: session, expectedVersion: 0 }]);
    database.close();
    const read = await (await open()).read(session, FORMAT);
    expect(read).toMatchObject({
      kind: 'log',
      log: { version: 3, facts: [{ version: 1 }, { version: 2 }, { version: 3 }] },
    });
    expect(read).not.toHaveProperty('log.snapshot');
  });

  test('[KE-11] no byte of a deleted session stays in any file, the store still being open', async () => {
    const store = await open();
    const others = Array.from({ length: 30 }, (_, n) => `other-${n}` as SessionId);
    for (let version = 0; version < 40; version++) {
      await Promise.all([
        ...others.map((other) => store.append(other, entry('b'), version)),
        store.append(session, entry(`${CANARY}-${version}`), version),
      ]);
      const state = { title: `${CANARY} ${'long '.repeat(version * 40)}` } as Session;
      await store.keepSnapshot(session, { version: version + 1, format: FORMAT, state, commandIds: [] });
    }
    expect(foundIn(file, CANARY)).not.toEqual([]);
    await store.delete(session);
    expect(foundIn(file, CANARY)).toEqual([]);
    expect(foundIn(file, session)).toEqual([]);
    expect(await store.read(others[29] as SessionId, FORMAT)).toMatchObject({ kind: 'log', log: { version: 40 } });
  });

  test('[KE-14] a second store on the same file is refused with one line', { timeout: 10_000 }, async () => {
    const first = await open();
    await expect(open()).rejects.toThrow(`${file} is in use by another process`);
    expect(await first.append(session, entry('a'), 0)).toEqual({ kind: 'appended', version: 1 });
    await first.close();
    expect((await (await open()).read(session, FORMAT)).kind).toBe('log');
  });

  test('after closing nothing is saved and nothing hangs', async () => {
    const store = await open();
    const last = store.append(session, entry('a'), 0);
    await store.close();
    await store.close();
    expect(await last).toEqual({ kind: 'appended', version: 1 });
    expect(await store.append(session, entry('a'), 1)).toEqual({ kind: 'not-saved', why: 'broken' });
    await expect(store.read(session, FORMAT)).rejects.toThrow('the store is closed');
  });
});

/**
 * Files of the store that contain the text. Another process looks, for a process that opens and closes a database's file beside
 * SQLite loses the locks it holds on it.
 */
function foundIn(file: string, text: string): string[] {
  const look = `const { readdirSync, readFileSync } = require('node:fs'); const [folder, text] = process.argv.slice(1);
    const found = readdirSync(folder).filter((name) => readFileSync(folder + '/' + name).includes(text));
    console.log(JSON.stringify(found));`;
  return JSON.parse(execFileSync(process.execPath, ['-e', look, dirname(file), text], { encoding: 'utf8' }));
}
