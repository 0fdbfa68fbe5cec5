import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import { bootstrap, ROOT } from '../bootstrap.mjs';

/**
 * Installs what is missing, then runs a TypeScript file with Node 26 and ends with its exit code.
 * The file's process leads a process group of its own: signals reach it once (through us, not a second
 * time from the terminal), and whatever it may leave behind is swept away when it has ended. It also
 * has a channel to us, so that it notices when we are killed and can stop by itself.
 */
export async function runWithNode(file, args) {
  const node = await bootstrap().catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  const grouped = process.platform !== 'win32';
  const child = spawn(node, [isAbsolute(file) ? file : join(ROOT, file), ...args], {
    env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: grouped,
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => {
    process.stderr.write(`${node} cannot be started: ${error.message}\n`);
    process.exit(1);
  });
  child.once('exit', (code, signal) => {
    if (grouped) sweep(child.pid);
    process.exit(code ?? 128 + constants.signals[signal]);
  });
}

function sweep(group) {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // Nothing was left: the usual case.
  }
}
