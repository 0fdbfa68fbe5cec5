import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openNotesThread } from '@werkraum/server/src/adapters/notes/thread.ts';
import { TABLE_A } from '@werkraum/server/src/ports/notes.fixtures.ts';
import { expect, test } from 'vitest';
import { spawnDoomed } from './doomed.ts';
import { createRandom, seedOf } from './random.ts';

const KILLS = 8;
const WRITER = fileURLToPath(new URL('./notes-writer.ts', import.meta.url));

async function paragraphsIn(file: string): Promise<string[]> {
  const problems: unknown[] = [];
  const keeper = await openNotesThread({ file, report: (error) => problems.push(error) });
  const blocks = await keeper.text(TABLE_A);
  await keeper.stop();
  expect(problems).toEqual([]);
  return blocks.map((block) => (block.kind === 'paragraph' ? block.runs.map(({ text }) => text).join('') : block.kind));
}

test('[NO-4] a change that was acknowledged survives the end of the process, whenever that comes, and is there once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kill-notes-'));
  const file = join(folder, 'notes.sqlite');
  const random = createRandom(seedOf('kill-notes'));
  const acknowledged: string[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const writer = spawnDoomed(WRITER, file, String(kill));
    // Mostly in full flow, sometimes while it is still starting and reading what there is.
    const inStart = random.below(5) === 0;
    if (!inStart) await writer.flowing;
    await writer.killAfter(random.below(inStart ? 1_500 : 60));
    acknowledged.push(...writer.said().split('\n').slice(0, -1));
    const kept = await paragraphsIn(file);
    const once = new Set(kept);
    expect(once.size).toBe(kept.length);
    expect(acknowledged.filter((text) => !once.has(text))).toEqual([]);
  }
  expect(acknowledged.length).toBeGreaterThan(0);
  console.log(`kill-notes: ${KILLS} kills, ${acknowledged.length} acknowledged changes, 0 lost`);
  rmSync(folder, { recursive: true });
});
