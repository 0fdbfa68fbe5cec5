import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SessionId } from '@werkraum/protocol';
import { openSqliteEventStore } from '@werkraum/server/src/adapters/sqlite/event-store.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hindrance } from './hindrance.ts';

const COUNT = 40;
const SURVIVOR = fileURLToPath(new URL('./store-survivor.ts', import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'errors-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Lets the survivor run while the system calls named in `fault` fail as `strace` is told. */
function survive(file: string, calls: string, fault: string): { refusals: unknown[]; problems: string[] } {
  const faults = ['-f', '-qq', '-o', '/dev/null', '-e', `trace=${calls}`, '-e', `inject=${calls}:${fault}`];
  const survivor = [process.execPath, SURVIVOR, file, String(COUNT)];
  const said = execFileSync('strace', [...faults, ...survivor], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return JSON.parse(said.trimEnd().split('\n').at(-1) ?? '');
}

describe('[KE-12][KE-13] errors of the disk', () => {
  test.for([
    ['a failing sync', 'fsync,fdatasync', 'error=EIO:when=20', 'broken'],
    ['failing syncs for a while', 'fsync,fdatasync', 'error=EIO:when=20..26', 'broken'],
    ['a failing write', 'pwrite64', 'error=EIO:when=60', 'broken'],
    ['no space for a write', 'pwrite64', 'error=ENOSPC:when=60..62', 'full'],
  ] as const)('%s: refused, repeated, kept once', async ([, calls, fault, why], { skip }) => {
    const hindered = hindrance('strace', '-qq', '-o', '/dev/null', 'true');
    if (hindered) skip(hindered);
    const file = join(folder, 'werkraum.db');
    const { refusals, problems } = survive(file, calls, fault);
    expect(refusals[0]).toEqual({ kind: 'not-saved', why });
    expect(problems.join()).toContain('cannot save');
    expect(problems.join()).not.toContain('gone');

    const store = await openSqliteEventStore({ file, report: () => {} });
    const read = await store.read('session' as SessionId, 1);
    await store.close();
    const kept = read.kind === 'log' && read.log.facts.map(({ version, commandId }) => `${version} ${commandId}`);
    expect(kept).toEqual(Array.from({ length: COUNT }, (_, n) => `${n + 1} command-${n + 1}`));
  });
});
