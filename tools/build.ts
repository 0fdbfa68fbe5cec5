import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hashInputs } from './lib/hash-inputs.ts';
import { type Say, sayToTerminal, withLimit } from './lib/progress.ts';
import { ROOT } from './lib/root.ts';
import { runCommand } from './lib/run-command.ts';

const CLIENT = join(ROOT, 'apps/client');
/** Everything the built client is made of. */
const INPUTS = [
  'apps/client/src',
  'apps/client/public',
  'apps/client/index.html',
  'apps/client/vite.config.ts',
  'apps/client/package.json',
  'packages/protocol/src',
  'packages/planning/src',
  'package-lock.json',
  'tsconfig.base.json',
];
const STAMP = join(CLIENT, 'dist/.built-from');
const BUILD_LIMIT_MS = 3 * 60_000;

/** Builds the client into apps/client/dist unless what lies there was made from the same inputs. */
export async function buildClient(say: Say = sayToTerminal): Promise<'unchanged' | 'built'> {
  const hash = hashInputs(ROOT, INPUTS);
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return 'unchanged';
  rmSync(STAMP, { force: true });
  say('Building the client …');
  await withLimit({ label: 'building the client', limitMs: BUILD_LIMIT_MS, say }, async (signal) => {
    const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
    const env = { ...process.env, NODE_ENV: 'production' };
    const { code, tail } = await runCommand(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: CLIENT,
      env,
      signal,
    });
    if (code !== 0) throw new Error(`The client cannot be built:\n${tail.trim()}`);
  });
  mkdirSync(join(CLIENT, 'dist'), { recursive: true });
  writeFileSync(STAMP, hash);
  return 'built';
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const outcome = await buildClient();
    sayToTerminal(outcome === 'built' ? 'Built apps/client/dist.' : 'apps/client/dist is up to date.');
  } catch (error) {
    sayToTerminal(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
