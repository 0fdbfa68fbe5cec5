import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { QuestionId, SessionId } from '@werkraum/protocol';
import { openBallotFiles } from '@werkraum/server/src/adapters/ballot-files/ballot-box.ts';
import { expect, test } from 'vitest';
import { spawnDoomed } from './doomed.ts';
import { createRandom, seedOf } from './random.ts';

const KILLS = 20;
const WRITER = fileURLToPath(new URL('./ballot-writer.ts', import.meta.url));
const SESSION = 'survey' as SessionId;
const QUESTION = 'words' as QuestionId;

async function textsIn(folder: string): Promise<readonly string[]> {
  const tally = (await (await openBallotFiles(folder)).read(SESSION))?.tally.questions[QUESTION];
  return tally && 'texts' in tally ? tally.texts : [];
}

test('[SU-13] an answer that was acknowledged survives the end of the process, whenever that comes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ballots-'));
  const random = createRandom(seedOf('kill-ballots'));
  const acknowledged: string[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const writer = spawnDoomed(WRITER, folder, String(kill));
    await writer.flowing;
    await writer.killAfter(random.below(120));
    const lines = writer.said().split('\n').slice(0, -1);
    acknowledged.push(...lines.filter((line) => line !== 'ready'));
    const kept = new Set(await textsIn(folder));
    for (const text of acknowledged) expect(kept, text).toContain(text);
    expect(kept.size).toBe((await textsIn(folder)).length);
    expect(readdirSync(folder)).toEqual([`${SESSION}.json`]);
  }
  expect(acknowledged.length).toBeGreaterThan(KILLS);
  rmSync(folder, { recursive: true });
});
