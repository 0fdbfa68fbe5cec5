import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '@werkraum/server/src/adapters/sqlite/database.ts';
import { createLogReader } from '@werkraum/server/src/adapters/sqlite/log-reader.ts';
import type { KeptLog } from '@werkraum/server/src/adapters/sqlite/messages.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDisk, type DiskEvent, parseTrace } from './disk-model.ts';
import { hindrance } from './hindrance.ts';
import { createRandom, seedOf } from './random.ts';

const COUNT = 60;
const CUTS = 400;
const CALLS = 'pwrite64,write,ftruncate,unlink,fsync,fdatasync';
const SURVIVOR = fileURLToPath(new URL('./store-survivor.ts', import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'power-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Everything the store did to its files while it took and acknowledged entries. */
function traceStore(data: string): DiskEvent[] {
  const trace = join(folder, 'trace');
  const options = ['-f', '-qq', '-y', '-xx', '-s', '100000', '-e', `trace=${CALLS}`, '-o', trace];
  execFileSync('strace', [...options, process.execPath, SURVIVOR, join(data, 'werkraum.db'), String(COUNT)]);
  return parseTrace(readFileSync(trace, 'utf8')).filter(
    (event) => event.kind === 'said' || event.path.startsWith(data),
  );
}

function readImage(files: ReadonlyMap<string, Buffer>, name: string): KeptLog {
  const image = join(folder, name);
  mkdirSync(image);
  // The index of the write-ahead log lives in memory, and the claim on the file ends with its process.
  for (const [path, content] of files)
    if (!/-shm$|\.lock/.test(path)) writeFileSync(join(image, basename(path)), content);
  const database = openDatabase(join(image, 'werkraum.db'));
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  const work = createLogReader(database).read('session', 1);
  let step = work.next();
  while (!step.done) step = work.next();
  database.close();
  rmSync(image, { recursive: true });
  return step.value;
}

test(`[KE-5] ${CUTS} power cuts lose nothing that was acknowledged and leave no chain broken`, ({ skip }) => {
  const hindered = hindrance('strace', '-qq', '-o', '/dev/null', 'true');
  if (hindered) skip(hindered);
  const random = createRandom(seedOf('power-cut'));
  const events = traceStore(join(folder, 'data'));
  const cuts = Array.from({ length: CUTS }, () => random.below(events.length));
  const disk = createDisk();
  const survivors = new Set<number>();
  let acknowledged = 0;
  events.forEach((event, index) => {
    if (event.kind !== 'said') disk.happens(event);
    else if (/^\d+\n$/.test(event.text)) acknowledged = Number(event.text);
    for (const cut of cuts.filter((at) => at === index).keys()) {
      const found = readImage(
        disk.cut(() => random.below(2) === 0),
        `${index}-${cut}`,
      );
      expect(found.kind).toBe(acknowledged === 0 && found.kind === 'none' ? 'none' : 'log');
      const version = found.kind === 'log' ? found.version : 0;
      expect([acknowledged, acknowledged + 1]).toContain(version);
      survivors.add(version);
    }
  });
  expect(acknowledged).toBe(COUNT);
  expect(survivors.size).toBeGreaterThan(COUNT / 2);
});
