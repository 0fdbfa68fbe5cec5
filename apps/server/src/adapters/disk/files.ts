import { mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileId, SessionId } from '@werkraum/protocol';
import type { Files, KeptBytes } from '../../ports/files.ts';

/** What is being written has this behind its name; whatever still has it at the start was never finished. */
const UNFINISHED = '.part';

/** Files in a folder: one folder for each session, one file under its id. Sweeps up what was never finished. */
export async function openDiskFiles(folder: string): Promise<Files> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const folderOf = (sessionId: SessionId): string => join(folder, sessionId);
  const pathOf = (sessionId: SessionId, fileId: FileId): string => join(folderOf(sessionId), fileId);
  const list = async (sessionId: SessionId): Promise<FileId[]> =>
    (await names(folderOf(sessionId))).filter((name) => !name.endsWith(UNFINISHED)) as FileId[];
  const files: Files = {
    async put(sessionId, fileId, bytes) {
      await mkdir(folderOf(sessionId), { recursive: true, mode: 0o700 });
      const path = pathOf(sessionId, fileId);
      try {
        await write(path + UNFINISHED, bytes);
        await rename(path + UNFINISHED, path);
        await settle(folderOf(sessionId));
        await settle(folder);
      } catch (error) {
        await rm(path + UNFINISHED, { force: true });
        await rm(path, { force: true });
        throw error;
      }
    },
    get: (sessionId, fileId) => read(pathOf(sessionId, fileId)),
    async delete(sessionId, fileId) {
      await rm(pathOf(sessionId, fileId), { force: true });
      await unlessMissing(settle(folderOf(sessionId)));
    },
    async deleteSession(sessionId) {
      await rm(folderOf(sessionId), { recursive: true, force: true });
      await settle(folder);
    },
    list,
    async sessions() {
      const sessions = (await names(folder)) as SessionId[];
      const lists = await Promise.all(sessions.map(list));
      return sessions.filter((_, index) => lists[index]?.length);
    },
  };
  await sweep(folder);
  return files;
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes names in a folder durable. Some systems have no way to ask for that; they need none. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (codeOf(error) !== 'EINVAL' && codeOf(error) !== 'EPERM') throw error;
  } finally {
    await handle.close();
  }
}

async function read(path: string): Promise<KeptBytes | undefined> {
  const file = await unlessMissing(open(path, 'r'));
  if (!file) return undefined;
  const { size } = await file.stat();
  return { size, bytes: file.createReadStream() };
}

async function sweep(folder: string): Promise<void> {
  for (const session of await names(folder)) {
    const within = join(folder, session);
    const unfinished = (await names(within)).filter((name) => name.endsWith(UNFINISHED));
    await Promise.all(unfinished.map((name) => rm(join(within, name), { force: true })));
    // A session whose last file went leaves an empty folder.
    await rmdir(within).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error;
    });
  }
}

const names = async (folder: string): Promise<string[]> => (await unlessMissing(readdir(folder))) ?? [];

async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    return undefined;
  }
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code;
