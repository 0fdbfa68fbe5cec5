import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { obtainChromium } from './chromium.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'werkraum-chromium-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string, text = ''): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${text}\n`);
  chmodSync(path, 0o755);
  return path;
}

const obtain = (env: NodeJS.ProcessEnv = {}) => obtainChromium({ PATH: folder, ...env }, () => {}, [folder]);
/** Only root may install, and only Debian's way is known. */
const mayInstall = process.getuid?.() === 0 && process.platform === 'linux';

test('CHROMIUM_PATH wins, and a wrong one is not passed over in silence', async () => {
  program('chromium');
  const path = program('my-browser');
  expect(await obtain({ CHROMIUM_PATH: path })).toEqual({ path });
  const wrong = join(folder, 'none');
  expect(await obtain({ CHROMIUM_PATH: wrong })).toEqual({ missing: `CHROMIUM_PATH names no program: ${wrong}` });
});

test('a browser that is there is taken', async () => {
  expect(await obtain({ CHROMIUM_PATH: '' })).toMatchObject({ missing: expect.any(String) });
  const path = program('google-chrome');
  expect(await obtain()).toEqual({ path });
});

test('without a browser and without apt it says what to do', async () => {
  expect(await obtain()).toEqual({ missing: 'no Chromium: install the package "chromium", or set CHROMIUM_PATH' });
});

test.runIf(mayInstall)("Debian's package is installed where that may be done", async () => {
  const log = join(folder, 'calls');
  const browser = join(folder, 'chromium');
  const make = `/usr/bin/printf x > ${browser}; /usr/bin/chmod +x ${browser}`;
  program('apt-get', `echo "$@" >> ${log}; if [ "$1" = install ]; then ${make}; fi`);
  expect(await obtain()).toEqual({ path: browser });
  const installs = 'install -qy --no-install-recommends chromium fonts-liberation';
  expect(readFileSync(log, 'utf8')).toBe(`update -q\n${installs}\n`);
});

test.runIf(mayInstall)('an installation that fails says why', async () => {
  program('apt-get', 'echo "E: no space left"; exit 100');
  expect(await obtain()).toEqual({
    missing: 'no Chromium, and it could not be installed: apt-get update failed: E: no space left',
  });
});
