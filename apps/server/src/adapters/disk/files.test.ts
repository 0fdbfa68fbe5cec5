import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileId, SessionId } from '@werkraum/protocol';
import { afterAll, expect, test } from 'vitest';
import { describeFiles } from '../../ports/files.contract.ts';
import { openDiskFiles } from './files.ts';

const folders: string[] = [];
const newFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'werkraum-files-'));
  folders.push(folder);
  return folder;
};
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

describeFiles('disk', async () => openDiskFiles(await newFolder()));

const session = 'one' as SessionId;
const file = 'a'.repeat(22) as FileId;

test('[FI-6] files outlive the process, and what it did not finish is swept up', async () => {
  const folder = await newFolder();
  const files = await openDiskFiles(folder);
  await files.put(session, file, Uint8Array.of(1, 2));
  await writeFile(join(folder, session, 'unfinished.part'), 'half');
  const again = await openDiskFiles(folder);
  expect(await again.list(session)).toEqual([file]);
  expect(await readdir(join(folder, session))).toEqual([file]);
});

test('[FI-6] a write that fails leaves nothing, and never touches what is there', async () => {
  const folder = await newFolder();
  const files = await openDiskFiles(folder);
  await files.put(session, file, Uint8Array.of(1));
  await writeFile(join(folder, 'two'), 'a file where a folder should be');
  await expect(files.put('two' as SessionId, file, Uint8Array.of(2))).rejects.toThrow();
  expect(await readdir(join(folder, session))).toEqual([file]);
});
