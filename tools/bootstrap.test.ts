import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCommand } from './lib/run-command.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'werkraum-bootstrap-'));
  mkdirSync(join(root, 'tools'));
  copyFileSync(fileURLToPath(new URL('bootstrap.mjs', import.meta.url)), join(root, 'tools', 'bootstrap.mjs'));
  writeLock('1.0.0');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function writeLock(version: string): void {
  const packages = { '': {}, 'node_modules/a': { version }, 'node_modules/b': { version: '1.0.0', optional: true } };
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
}

/** Runs the copied bootstrap with a stand-in for npm that notes how it was called. */
async function bootstrap(npm = 'mkdir -p node_modules; echo "$@" >> calls') {
  writeFileSync(join(root, 'npm'), `#!/bin/sh\n${npm}\n`);
  chmodSync(join(root, 'npm'), 0o755);
  const env = { PATH: `${root}:/usr/bin:/bin` };
  return runCommand(process.execPath, [join(root, 'tools', 'bootstrap.mjs')], { cwd: root, env });
}

const calls = () => readFileSync(join(root, 'calls'), 'utf8').trim().split('\n');

test('an unchanged lock installs once, a changed one again', async () => {
  await bootstrap();
  await bootstrap();
  expect(calls()).toEqual(['ci --loglevel=error --include=dev --include=optional']);
  writeLock('1.1.0');
  expect(await bootstrap()).toMatchObject({ code: 0 });
  expect(calls()).toHaveLength(2);
});

test('an `npm ci` done by hand counts, packages of other platforms aside', async () => {
  mkdirSync(join(root, 'node_modules'));
  const note = JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } });
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), note);
  expect(await bootstrap()).toEqual({ code: 0, tail: '' });
  writeLock('1.1.0');
  expect((await bootstrap()).tail).toContain('Installing');
});

test('a failed installation is one clear line, and is tried again', async () => {
  expect(await bootstrap('exit 9')).toMatchObject({ code: 1, tail: expect.stringMatching(/npm ci failed \(9\).*\n$/) });
  expect(await bootstrap()).toMatchObject({ code: 0 });
});
