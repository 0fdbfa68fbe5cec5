import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const RUN = fileURLToPath(new URL('../run.mjs', import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'werkraum-run-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(script: string, ...args: string[]): ChildProcess {
  const file = join(folder, 'script.ts');
  writeFileSync(file, script);
  return spawn(process.execPath, [RUN, file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** What the process printed, once that matches. */
function printed(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const match = pattern.exec(text);
      if (match) resolve(match);
    });
    child.once('exit', () => reject(new Error(`ended before it printed ${pattern}: ${text}`)));
  });
}

/** Resolves when a pipe that the process and all its descendants hold is closed by the last of them. */
const allGone = (child: ChildProcess) => once(child, 'close');

test('the file runs with Node 26 first on PATH, its arguments and its exit code', async () => {
  const child = run(
    `
    import { execSync } from 'node:child_process';
    const version: string = execSync('node -v').toString();
    console.log(version.trim(), process.version, process.argv.slice(2).join(','));
    process.exitCode = 7;`,
    'a',
    'b c',
  );
  const [, onPath, running, args] = await printed(child, /(v26\S+) (v26\S+) (.*)\n/);
  expect([onPath, args]).toEqual([running, 'a,b c']);
  expect(await once(child, 'close')).toEqual([7, null]);
});

test('Ctrl-C reaches the file once and lets it end in its own way', async () => {
  const child = run(`
    let times = 0;
    process.on('SIGINT', () => { times++; setTimeout(() => { console.log('interrupted', times); process.exit(3); }, 20); });
    setInterval(() => {}, 1000);
    console.log('ready');`);
  await printed(child, /ready/);
  child.kill('SIGINT');
  await printed(child, /interrupted 1\n/);
  expect(await once(child, 'exit')).toEqual([3, null]);
});

test('what the file started and left behind is swept away', async () => {
  const child = run(`
    import { spawn } from 'node:child_process';
    spawn('sleep', ['600'], { stdio: 'inherit' }).unref();`);
  expect(await allGone(child)).toEqual([0, null]);
});

test('a signal that ends the file shows in the exit code', async () => {
  const child = run(`process.kill(process.pid, 'SIGKILL');`);
  expect(await once(child, 'exit')).toEqual([137, null]);
});

test('the file notices when the runner is killed', async () => {
  const child = run(`
    process.on('disconnect', () => process.exit());
    console.log('ready');`);
  await printed(child, /ready/);
  child.kill('SIGKILL');
  await allGone(child);
});
