import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freeTcpPort } from '../../tools/lib/free-port.ts';

const START = fileURLToPath(new URL('../../tools/start.mjs', import.meta.url));
/** Long enough to build the client and the LiveKit server first, should this be the first time. */
const FIRST_TIME_MS = 15 * 60_000;

let dataDir: string;
let port: number;
let running: ChildProcess[];

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'werkraum-launch-'));
  port = await freeTcpPort();
  running = [];
});
afterEach(async () => {
  for (const child of running) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'close');
  }
  rmSync(dataDir, { recursive: true, force: true });
});

/** `npm start` with a data folder and a port of its own, and everything it has printed so far. */
function start(env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [START], {
    env: { ...process.env, LIVEKIT_URL: '', LANG: 'en', DATA_DIR: dataDir, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let text = '';
  const ended = once(child, 'close') as Promise<[number | null]>;
  const says = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => pattern.test(text) && resolve(text);
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', look);
      void ended.then(() => reject(new Error(`ended without saying ${pattern}:\n${text}`)));
      look();
    });
  for (const stream of [child.stdout, child.stderr])
    stream?.prependListener('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, says, ended: ended.then(([code]) => ({ code, text })) };
}

const linksIn = (text: string, page: string) =>
  text.match(new RegExp(`http://localhost:${port}/${page}#\\S+`, 'g')) ?? [];
const answers = () => fetch(`http://127.0.0.1:${port}/healthz`).then(({ status }) => status);
/** Process ids of the LiveKit servers that were started for this data folder (Linux keeps them as folders of /proc). */
const livekits = () =>
  readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && commandOf(pid).includes(`${dataDir}/livekit`));

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // It has ended in the meantime.
  }
}

test('the first start invites twelve people and guests, Ctrl-C stops everything, a later start shows no links', {
  timeout: FIRST_TIME_MS,
}, async () => {
  const first = start();
  const text = await first.says(/Ctrl-C stops it/);
  expect(new Set(linksIn(text, 'join')).size).toBe(13);
  const [host] = linksIn(text, 'host');
  expect(await answers()).toBe(200);
  first.child.kill('SIGINT');
  expect(await first.ended).toMatchObject({ code: 0 });
  await expect(answers()).rejects.toThrow('fetch failed');
  expect(livekits()).toEqual([]);

  const again = await start().says(/Ctrl-C stops it/);
  expect([linksIn(again, 'join'), linksIn(again, 'host')]).toEqual([[], [host]]);
  expect(again).toContain('the host page issues new ones');
});

test('a LiveKit that dies is started again, and the terminal says so', { timeout: FIRST_TIME_MS }, async () => {
  const { says } = start();
  await says(/Ctrl-C stops it/);
  const before = livekits();
  expect(before).toHaveLength(1);
  process.kill(Number(before[0]), 'SIGKILL');
  await says(/LiveKit ended \(SIGKILL\); starting it again .*\n(.*\n)*LiveKit runs again\./);
  expect(livekits()).toHaveLength(1);
  expect(livekits()).not.toEqual(before);
});

test('everything stops when the runner is killed the hard way', { timeout: FIRST_TIME_MS }, async () => {
  const { child, says, ended } = start();
  await says(/Ctrl-C stops it/);
  expect(livekits()).toHaveLength(1);
  child.kill('SIGKILL');
  await ended;
  await expect(answers()).rejects.toThrow('fetch failed');
  expect(livekits()).toEqual([]);
});

test('a setting that cannot be used is refused in one line, before anything is started', async () => {
  const { code, text } = await start({ NODE_ENV: 'production', PUBLIC_URL: 'http://workshop.example' }).ended;
  expect(code).toBe(1);
  expect(text).toMatch(/^PUBLIC_URL must start with https:\/\/.*\n$/);
});

test('what the server said before it gave up is shown', async () => {
  writeFileSync(join(dataDir, 'werkraum.sqlite'), 'no database at all '.repeat(100));
  const { code, text } = await start({ LIVEKIT: 'off' }).ended;
  expect(code).toBe(1);
  expect(text).toMatch(
    /Werkraum did not start: it ended at once \(code 1\)\nWerkraum cannot start: .* is not a database/,
  );
});
