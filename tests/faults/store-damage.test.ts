import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SeatId, SessionId } from '@werkraum/protocol';
import { openSqliteEventStore } from '@werkraum/server/src/adapters/sqlite/event-store.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { spawnDoomed } from './doomed.ts';
import { createRandom, seedOf } from './random.ts';

const FLIPS = 60;
const FACTS = 20;
const FORMAT = 1;
/** A row ends with its predecessor's row number (one byte here; SQLite gives 0 and 1 none at all) and a hash of 32. */
const bytesAfterFact = (version: number): number => (version <= 2 ? 0 : 1) + 32;
const victim = 'victim-of-the-flip' as SessionId;
const others = ['other-one', 'other-two'] as SessionId[];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'damage-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const fact = (session: SessionId, n: number) => ({
  type: 'seat-arrived' as const,
  seatId: `${session}-${n}-end` as SeatId,
});

async function writeThreeSessions(file: string): Promise<void> {
  const store = await openSqliteEventStore({ file, report: () => {} });
  for (let version = 0; version < FACTS; version++) {
    for (const session of [victim, ...others]) {
      await store.append(session, { facts: [fact(session, version + 1)], at: 1, by: 'house' }, version);
    }
  }
  await store.close();
}

/** A copy of the database in which one bit of the victim's fact of this version is turned over. */
function withFlippedBit(sound: Buffer, version: number, random: ReturnType<typeof createRandom>): Buffer {
  const text = JSON.stringify(fact(victim, version));
  const at = sound.indexOf(text);
  expect(at).toBeGreaterThan(0);
  const begin = sound.lastIndexOf(victim, at);
  const position = begin + random.below(at + text.length + bytesAfterFact(version) - begin);
  const flipped = Buffer.from(sound);
  flipped[position] = (sound[position] ?? 0) ^ (1 << random.below(8));
  return flipped;
}

test(`[KE-10] each of ${FLIPS} flipped bits in a row is noticed, and other sessions read on`, async () => {
  const random = createRandom(seedOf('store-damage'));
  const file = join(folder, 'sound.db');
  await writeThreeSessions(file);
  const sound = readFileSync(file);
  for (let flip = 0; flip < FLIPS; flip++) {
    const version = 1 + random.below(FACTS);
    const damaged = join(folder, `${flip}.db`);
    writeFileSync(damaged, withFlippedBit(sound, version, random));
    const store = await openSqliteEventStore({ file: damaged, report: () => {} });
    const read = await store.read(victim, FORMAT);
    // A row that names the wrong predecessor makes everything before it unreachable.
    expect([
      { kind: 'damaged', atVersion: version },
      { kind: 'damaged', atVersion: version - 1 },
    ]).toContainEqual(read);
    for (const session of others) {
      expect(await store.read(session, FORMAT)).toMatchObject({ kind: 'log', log: { version: FACTS } });
      const next = { facts: [fact(session, FACTS + 1)], at: 1, by: 'house' as const };
      expect(await store.append(session, next, FACTS)).toEqual({ kind: 'appended', version: FACTS + 1 });
    }
    await store.close();
  }
});

test('[KE-14] a second process is refused with one line, and the first goes on', async () => {
  const file = join(folder, 'werkraum.db');
  const store = await openSqliteEventStore({ file, report: () => {} });
  const writer = fileURLToPath(new URL('./store-writer.ts', import.meta.url));
  const second = spawnDoomed(writer, file, 'second', '1');
  expect(await second.ended).toBe(1);
  expect({ said: second.said(), complained: second.complained() }).toEqual({
    said: '',
    complained: `${file} is in use by another process\n`,
  });
  const entry = { facts: [fact(victim, 1)], at: 1, by: 'house' as const };
  expect(await store.append(victim, entry, 0)).toEqual({ kind: 'appended', version: 1 });
  await store.close();
});
