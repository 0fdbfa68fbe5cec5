import { mkdirSync, mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandId, SeatId, SessionId } from '@werkraum/protocol';
import { openSqliteEventStore } from '@werkraum/server/src/adapters/sqlite/event-store.ts';
import type { AppendResult, EventStore } from '@werkraum/server/src/ports/event-store.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hindrance, run } from './hindrance.ts';

const session = 'session' as SessionId;
const FORMAT = 1;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'full-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const saying = (store: EventStore, wanted: boolean): Promise<void> =>
  new Promise((resolve) => {
    store.onHealth((saving) => saving === wanted && resolve());
  });

/** About four kilobytes, so that space runs out soon. */
const entry = (n: number) => ({
  facts: Array.from({ length: 20 }, (_, part) => ({
    type: 'seat-arrived' as const,
    seatId: `${n}-${part}-${'x'.repeat(100)}` as SeatId,
  })),
  at: n,
  by: 'house' as const,
  commandId: `command-${n}` as CommandId,
});

/** Appends until an entry is not saved; what was acknowledged, and the answer that ended it. */
async function fill(store: EventStore): Promise<{ version: number; refused: AppendResult }> {
  for (let version = 0; ; ) {
    const result = await store.append(session, entry(version), version);
    if (result.kind !== 'appended') return { version, refused: result };
    version = result.version;
  }
}

async function versionOf(store: EventStore): Promise<number> {
  const read = await store.read(session, FORMAT);
  if (read.kind !== 'log') throw new Error(JSON.stringify(read));
  expect(read.log.facts.length).toBe(read.log.version);
  return read.log.version;
}

/** Fills the store, makes room, and sees it recover without having lost or invented anything. */
async function runOutOfSpace(file: string, why: 'full' | 'broken', makeRoom: () => void): Promise<void> {
  const open = () => openSqliteEventStore({ file, report: () => {} });
  const store = await open();
  const ill = saying(store, false);
  const { version, refused } = await fill(store);
  await ill;
  expect(refused).toEqual({ kind: 'not-saved', why });
  expect(version).toBeGreaterThan(0);
  expect(await versionOf(store)).toBe(version);
  expect((await store.append(session, entry(version), version)).kind).toBe('not-saved');

  const well = saying(store, true);
  makeRoom();
  await well;
  expect(await versionOf(store)).toBe(version);
  expect(await store.append(session, entry(version), version)).toEqual({ kind: 'appended', version: version + 20 });
  await store.close();

  const again = await open();
  expect(await versionOf(again)).toBe(version + 20);
  await again.close();
}

describe('[KE-12][KE-13] no space left', () => {
  test('on a small file system', async ({ skip }) => {
    const small = join(folder, 'small');
    mkdirSync(small);
    const why = hindrance('mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', small);
    if (why) skip(why);
    try {
      const ballast = join(small, 'ballast');
      writeFileSync(ballast, Buffer.alloc(500_000));
      await runOutOfSpace(join(small, 'werkraum.db'), 'full', () => truncateSync(ballast));
    } finally {
      run('umount', small);
    }
  });

  test('behind a limit on the size of files', async ({ skip }) => {
    const why = hindrance('prlimit', '--version');
    if (why) skip(why);
    const limit = (bytes: string) => run('prlimit', '--pid', String(process.pid), `--fsize=${bytes}:`);
    const file = join(folder, 'werkraum.db');
    const store = await openSqliteEventStore({ file, report: () => {} });
    await store.close();
    limit(String(statSync(file).size + 200_000));
    try {
      await runOutOfSpace(file, 'broken', () => limit('unlimited'));
    } finally {
      limit('unlimited');
    }
  });
});
