import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CommandId, SessionId } from '@werkraum/protocol';
import { openSqliteEventStore } from '@werkraum/server/src/adapters/sqlite/event-store.ts';
import type { StoredFact } from '@werkraum/server/src/ports/event-store.ts';
import { expect, test } from 'vitest';
import { spawnDoomed } from './doomed.ts';
import { createRandom, seedOf } from './random.ts';

const FILES = 2;
const KILLS_PER_FILE = 26;
/** No snapshot has this format, so that every fact is read. */
const NO_FORMAT = 99;
const WRITER = fileURLToPath(new URL('./store-writer.ts', import.meta.url));

type Acknowledged = Map<CommandId, { session: SessionId; version: number }>;

/** Lets a writer run and kills it: mostly in full flow, sometimes while it is still starting and recovering. */
async function writeAndKill(file: string, run: string, random: ReturnType<typeof createRandom>): Promise<string[]> {
  const writer = spawnDoomed(WRITER, file, run, String(random.below(2 ** 31)));
  const inStart = random.below(5) === 0;
  if (!inStart) await writer.flowing;
  await writer.killAfter(random.below(inStart ? 250 : 80));
  const lines = writer.said().split('\n').slice(0, -1);
  return lines.filter((line) => line !== 'ready');
}

/** Every entry is there whole and once, and every acknowledged one is where its answer said. */
function checkLog(session: SessionId, facts: readonly StoredFact[], acknowledged: Acknowledged): number {
  expect(facts.map(({ version }) => version)).toEqual(facts.map((_, index) => index + 1));
  const kept = new Map<CommandId, number>();
  for (let index = 0; index < facts.length; ) {
    const first = facts[index];
    if (first?.fact.type !== 'seat-arrived' || !first.commandId) throw new Error('not a fact of the writer');
    const count = Number(first.fact.seatId.split('-')[2]);
    const together = facts.slice(index, index + count);
    expect(together.map(({ commandId }) => commandId)).toEqual(Array(count).fill(first.commandId));
    expect(kept.has(first.commandId)).toBe(false);
    index += count;
    kept.set(first.commandId, index);
  }
  let found = 0;
  for (const [commandId, { session: where, version }] of acknowledged) {
    if (where !== session) continue;
    expect([commandId, kept.get(commandId)]).toEqual([commandId, version]);
    found++;
  }
  return found;
}

async function checkFile(file: string, acknowledged: Acknowledged): Promise<number> {
  const problems: unknown[] = [];
  const store = await openSqliteEventStore({ file, report: (error) => problems.push(error) });
  let found = 0;
  for (const session of await store.sessions()) {
    const read = await store.read(session, NO_FORMAT);
    if (read.kind !== 'log') throw new Error(`${session}: ${JSON.stringify(read)}`);
    found += checkLog(session, read.log.facts, acknowledged);
  }
  await store.close();
  expect(problems).toEqual([]);
  return found;
}

test(`[KE-5] ${FILES * KILLS_PER_FILE} kills lose nothing that was acknowledged, keep nothing twice or by halves`, async () => {
  const random = createRandom(seedOf('kill-store'));
  const folder = mkdtempSync(join(tmpdir(), 'kill-'));
  let total = 0;
  for (let fileNumber = 0; fileNumber < FILES; fileNumber++) {
    const file = join(folder, `${fileNumber}.db`);
    const acknowledged: Acknowledged = new Map();
    for (let kill = 0; kill < KILLS_PER_FILE; kill++) {
      for (const line of await writeAndKill(file, `${fileNumber}-${kill}`, random)) {
        const [session, commandId, version] = line.split(' ');
        acknowledged.set(commandId as CommandId, { session: session as SessionId, version: Number(version) });
      }
      expect(await checkFile(file, acknowledged)).toBe(acknowledged.size);
    }
    expect(acknowledged.size).toBeGreaterThan(0);
    total += acknowledged.size;
  }
  console.log(`kill-store: ${FILES * KILLS_PER_FILE} kills, ${total} acknowledged entries, 0 lost`);
  rmSync(folder, { recursive: true });
}, 600_000);
