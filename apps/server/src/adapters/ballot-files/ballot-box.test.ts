import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SessionId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { ballotBoxContract } from '../../ports/ballot-box.contract.ts';
import { openBallotFiles } from './ballot-box.ts';

const folderOf = () => mkdtemp(join(tmpdir(), 'ballots-'));
const bytesIn = async (folder: string) => {
  const names = await readdir(folder);
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
};

ballotBoxContract('files', async () => {
  const folder = await folderOf();
  return {
    box: await openBallotFiles(folder),
    reopened: () => openBallotFiles(folder),
    bytes: () => bytesIn(folder),
    dispose: () => rm(folder, { recursive: true }),
  };
});

test('[SU-11] a file tells no time', async () => {
  const folder = await folderOf();
  const box = await openBallotFiles(folder);
  await box.write('one' as SessionId, { received: {}, spent: {}, tally: { ballots: 0, questions: {} } });
  const { mtime, atime, mode } = await stat(join(folder, 'one.json'));
  expect([mtime.toISOString(), atime.toISOString()]).toEqual(Array(2).fill('2000-01-01T00:00:00.000Z'));
  expect(mode & 0o777).toBe(0o600);
  await rm(folder, { recursive: true });
});

test('[SU-11] what was left half written is removed when the box is opened', async () => {
  const folder = await folderOf();
  await writeFile(join(folder, 'one.json.new'), '{"half');
  const box = await openBallotFiles(folder);
  expect(await readdir(folder)).toEqual([]);
  expect(await box.sessions()).toEqual([]);
  await rm(folder, { recursive: true });
});
