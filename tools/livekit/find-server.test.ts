import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCommand } from '../lib/run-command.ts';
import { cachedServerPath } from './cache.ts';
import { archiveName } from './download-release.ts';
import { findLiveKit } from './find-server.ts';
import { pinnedVersion } from './pinned-version.ts';

const version = pinnedVersion();
let folder: string;
let servers: Server[];
let said: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'werkraum-find-'));
  servers = [];
  said = [];
});
afterEach(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true, force: true });
});

function program(path: string, text: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, 0o755);
  return path;
}

/** An environment with its own cache and the given folders on PATH, so neither this machine's cache nor its Go counts. */
function environment(path: string[] = []): NodeJS.ProcessEnv {
  return { WERKRAUM_CACHE: join(folder, 'cache'), PATH: path.join(':') };
}

async function releases(files: Record<string, Buffer | string>): Promise<string> {
  const server = createServer((request, response) => {
    const body = files[request.url?.split('/').at(-1) ?? ''];
    response.writeHead(body === undefined ? 404 : 200).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  servers.push(server);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

async function archiveOf(text: string): Promise<Buffer> {
  program(join(folder, 'pack', 'livekit-server'), text);
  const made = await runCommand('tar', ['-czf', '../release.tar.gz', 'livekit-server'], { cwd: join(folder, 'pack') });
  expect(made.code).toBe(0);
  return readFileSync(join(folder, 'release.tar.gz'));
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const say = (line: string) => void said.push(line);

test('LIVEKIT=off needs no server', async () => {
  expect(await findLiveKit({ env: { ...environment(), LIVEKIT: 'off' }, say })).toEqual({ kind: 'off' });
});

test('a given LIVEKIT_URL wins over a program on PATH', async () => {
  program(join(folder, 'bin', 'livekit-server'), '');
  const env = { ...environment([join(folder, 'bin')]), LIVEKIT_URL: 'wss://video.example' };
  expect(await findLiveKit({ env, say })).toEqual({ kind: 'given', url: 'wss://video.example' });
});

test('a program on PATH wins over the cached one', async () => {
  const env = environment([join(folder, 'bin')]);
  program(cachedServerPath(version, env), '');
  const path = program(join(folder, 'bin', 'livekit-server'), '');
  expect(await findLiveKit({ env, say })).toEqual({ kind: 'binary', path, from: 'PATH' });
});

test('a cached program is taken without a word', async () => {
  const env = environment();
  const path = program(cachedServerPath(version, env), '');
  expect(await findLiveKit({ env, say })).toEqual({ kind: 'binary', path, from: 'cache' });
  expect(said).toEqual([]);
});

test('Go builds the pinned module, once, even when two ask at the same time', async () => {
  const log = join(folder, 'builds');
  const go = `#!/bin/sh\necho "$GOTOOLCHAIN $CGO_ENABLED" >> ${log}\nwhile [ "$1" != -o ]; do shift; done\necho built > "$2"\n`;
  program(join(folder, 'bin', 'go'), go);
  const env = environment([join(folder, 'bin'), '/usr/bin', '/bin']);
  const found = await Promise.all([findLiveKit({ env, say }), findLiveKit({ env, say })]);
  expect(found.map((source) => (source.kind === 'binary' ? source.from : source.kind)).sort()).toEqual([
    'build',
    'cache',
  ]);
  expect(readFileSync(cachedServerPath(version, env), 'utf8')).toBe('built\n');
  expect(readFileSync(log, 'utf8')).toBe('local 0\n');
});

test('the lock of a process that no longer lives is taken over', async () => {
  const env = environment(['/usr/bin', '/bin']);
  const bytes = await archiveOf('from a release');
  const releaseBase = await releases({
    [archiveName({ version })]: bytes,
    'checksums.txt': `${sha256(bytes)}  ${archiveName({ version })}\n`,
  });
  const dead = await runCommand('sh', ['-c', 'echo $$']);
  const path = cachedServerPath(version, env);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.lock`, dead.tail);
  expect(await findLiveKit({ env, say, releaseBase })).toMatchObject({ kind: 'binary', from: 'release' });
});

test('without Go the official release is taken when its checksum is the published one', async () => {
  const env = environment(['/usr/bin', '/bin']);
  const bytes = await archiveOf('from a release');
  const checksums = `${'0'.repeat(64)}  other.zip\n${sha256(bytes)}  ${archiveName({ version })}\n`;
  const releaseBase = await releases({ [archiveName({ version })]: bytes, 'checksums.txt': checksums });
  const path = cachedServerPath(version, env);
  expect(await findLiveKit({ env, say, releaseBase })).toEqual({ kind: 'binary', path, from: 'release' });
  expect(readFileSync(path, 'utf8')).toBe('from a release');
});

test('a release with another checksum is refused and leaves nothing in the cache', async () => {
  const env = environment(['/usr/bin', '/bin']);
  const bytes = await archiveOf('tampered with');
  const checksums = `${'0'.repeat(64)}  ${archiveName({ version })}\n`;
  const releaseBase = await releases({ [archiveName({ version })]: bytes, 'checksums.txt': checksums });
  const found = await findLiveKit({ env, say, releaseBase });
  expect(found).toMatchObject({ kind: 'none', reason: expect.stringContaining(`published is ${'0'.repeat(64)}`) });
  expect(() => readFileSync(cachedServerPath(version, env))).toThrow('ENOENT');
});

test('when nothing works one sentence names every reason', async () => {
  const releaseBase = await releases({});
  const found = await findLiveKit({ env: environment(['/usr/bin', '/bin']), say, releaseBase });
  expect(found).toEqual({
    kind: 'none',
    reason: `LiveKit could not be obtained (no Go on PATH; ${releaseBase}/${version}/checksums.txt answered 404).`,
  });
});
