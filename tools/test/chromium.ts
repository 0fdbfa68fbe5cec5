import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findExecutable, isExecutable } from '../lib/find-executable.ts';
import { type Say, withLimit } from '../lib/progress.ts';
import { runCommand } from '../lib/run-command.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const USUAL_FOLDERS = ['/usr/bin', '/usr/lib/chromium', '/snap/bin', '/opt/google/chrome'];
const ON_MACOS = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const UPDATE_LIMIT_MS = 3 * 60_000;
const INSTALL_LIMIT_MS = 8 * 60_000;

/** The browser for end-to-end tests: `CHROMIUM_PATH`, else Chromium or Chrome where it usually is. */
export function findChromium(env: NodeJS.ProcessEnv = process.env, folders = USUAL_FOLDERS): string | undefined {
  if (env.CHROMIUM_PATH) return isExecutable(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined;
  const onPath = NAMES.map((name) => findExecutable(name, env.PATH)).find((path) => path !== undefined);
  const usual = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return onPath ?? [...usual, ON_MACOS].find(isExecutable);
}

/** Finds a browser, or installs Debian's where this process may; answers with its path or with what is missing. */
export async function obtainChromium(
  env: NodeJS.ProcessEnv,
  say: Say,
  folders = USUAL_FOLDERS,
): Promise<{ path: string } | { missing: string }> {
  const found = findChromium(env, folders);
  if (found !== undefined) return { path: found };
  if (env.CHROMIUM_PATH) return { missing: `CHROMIUM_PATH names no program: ${env.CHROMIUM_PATH}` };
  const apt = findExecutable('apt-get', env.PATH);
  if (apt === undefined || process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    return { missing: 'no Chromium: install the package "chromium", or set CHROMIUM_PATH' };
  }
  try {
    await run(apt, ['update', '-q'], UPDATE_LIMIT_MS, say);
    await run(
      apt,
      ['install', '-qy', '--no-install-recommends', 'chromium', 'fonts-liberation'],
      INSTALL_LIMIT_MS,
      say,
    );
  } catch (error) {
    return { missing: `no Chromium, and it could not be installed: ${error instanceof Error ? error.message : error}` };
  }
  const path = findChromium(env, folders);
  return path === undefined ? { missing: 'no Chromium, though its package is installed' } : { path };
}

async function run(apt: string, args: readonly string[], limitMs: number, say: Say): Promise<void> {
  const label = `apt-get ${args[0]}`;
  say(`Installing Chromium for the browser tests (${label}) …`);
  const { code, tail } = await withLimit({ label, limitMs, say }, (signal) =>
    runCommand(apt, args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, signal }),
  );
  if (code !== 0) throw new Error(`${label} failed: ${tail.trim().split('\n').at(-1)}`);
}
