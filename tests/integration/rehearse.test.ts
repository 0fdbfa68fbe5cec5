import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createPrintingThread } from '@werkraum/server/src/adapters/booklet/thread.ts';
import { createMemoryBallotBox } from '@werkraum/server/src/adapters/memory/ballot-box.ts';
import { createMemoryNoteStore } from '@werkraum/server/src/adapters/memory/note-store.ts';
import { createNotesInProcess } from '@werkraum/server/src/adapters/notes/in-process.ts';
import { createPlanningThread } from '@werkraum/server/src/adapters/planning/thread.ts';
import { openSqliteEventStore } from '@werkraum/server/src/adapters/sqlite/event-store.ts';
import { createSystemClock } from '@werkraum/server/src/adapters/system-clock/system-clock.ts';
import { noVideo } from '@werkraum/server/src/application/no-video.ts';
import { startServer } from '@werkraum/server/src/server.ts';
import { createMetrics } from '@werkraum/server/src/transport/metrics.ts';
import { expect, onTestFinished, test } from 'vitest';
import { slidesKept } from '../support/slides-kept.ts';

const run = promisify(execFile);
const PROGRAM = fileURLToPath(new URL('../../tools/rehearse/main.ts', import.meta.url));
const HOST_KEY = 'the-organiser-of-a-quick-rehearsal';

async function givenServer(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'rehearsal-'));
  const report = () => {};
  const store = await openSqliteEventStore({ file: join(folder, 'werkraum.sqlite'), report });
  const server = await startServer({
    ...slidesKept(),
    settings: {
      ...{ host: '127.0.0.1', port: 0, publicUrl: 'http://127.0.0.1' },
      ...{ hostKey: HOST_KEY, trustProxy: 0, clientFolder: folder },
    },
    ...{
      store,
      clock: createSystemClock(),
      keeper: noVideo(),
      metrics: createMetrics(),
      planner: createPlanningThread(),
      notes: createNotesInProcess(createMemoryNoteStore()),
      printer: createPrintingThread(createSystemClock()),
      ballots: createMemoryBallotBox(),
      report,
    },
  });
  onTestFinished(async () => {
    await server.stop();
    await store.close();
    rmSync(folder, { recursive: true });
  });
  return `http://127.0.0.1:${server.port}`;
}

const rehearse = (url: string, ...more: string[]) =>
  run(process.execPath, [PROGRAM, '--url', url, '--people', '4', '--speed', '150', ...more]);

test('[WI-14] bots go through the whole workshop over the public wire and hold what the server holds', async () => {
  const { stdout, stderr } = await rehearse(await givenServer(), '--host-key', HOST_KEY);
  const [line = ''] = stdout.trim().split('\n').slice(-1);
  const told = JSON.parse(line);

  expect(told).toMatchObject({
    phases: ['intro', 'talk', 'round-1', 'round-2', 'round-3', 'reflection'],
    ...{ late: 2, lost: 1, proposals: 3, helpCalls: 2, signals: 2 },
    // The first round begins with four, loses one and gains two, who are seated without walking there.
    moves: 4 + 5 + 2 * (5 + 5),
    turns: 4 + 2 + 5 + 5,
    // Three people at the larger table; the last beat ends the last inputs.
    beats: 4,
    announcements: { sent: 2, strayed: 0 },
    rejections: {},
    farewells: [],
    converged: true,
  });
  expect(stderr).toContain('Plenary reflection');
  // Four people with three staff read the first announcement, one table of two or three the second.
  expect([7 + 2, 7 + 3]).toContain(told.announcements.seen);
  // Any two of six, but whoever is lost with the two who come afterwards.
  expect(told.encounters.pairs).toBe(15 - 2);
  expect(told.encounters.met).toBeGreaterThanOrEqual(10);
  expect(told.replanned.behindMsBefore).toBeGreaterThan(0);
  expect(told.replanned.behindMsAfter).toBeLessThanOrEqual(0);
}, 120_000);

test('[WI-21] a rehearsal that is not let in says why and fails', async () => {
  const url = await givenServer();
  await expect(rehearse(url, '--host-key', 'somebody-else')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('The server refused'),
  });
});
