import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SessionId } from '@werkraum/protocol';
import type { BallotBox, KeptSurvey } from '../../ports/ballot-box.ts';
import { canonical } from './canonical.ts';

const KEPT = '.json';
/** A file that is being written, and means nothing until it has its name. */
const UNFINISHED = '.new';
/** What every file says of its time, so that none tells when somebody answered. 1 January 2000, in seconds. */
const NO_TIME = 946_684_800;

/**
 * Keeps one small file per survey in a folder of its own. A file is never changed: what is new is written beside it, made
 * durable, and takes its name, so that there is no journal and no free page in which something older could remain.
 */
export async function openBallotFiles(folder: string): Promise<BallotBox> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) if (name.endsWith(UNFINISHED)) await rm(join(folder, name));
  const fileOf = (sessionId: SessionId): string => join(folder, `${sessionId}${KEPT}`);
  return {
    async read(sessionId) {
      const text = await readFile(fileOf(sessionId), 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      });
      return text === undefined ? undefined : (JSON.parse(text) as KeptSurvey);
    },
    async write(sessionId, kept) {
      const unfinished = `${fileOf(sessionId)}${UNFINISHED}`;
      await writeDurably(unfinished, canonical(kept));
      await rename(unfinished, fileOf(sessionId));
      await keepNames(folder);
    },
    async delete(sessionId) {
      await rm(fileOf(sessionId), { force: true });
      await keepNames(folder);
    },
    async sessions() {
      const names = await readdir(folder);
      return names.filter((name) => name.endsWith(KEPT)).map((name) => name.slice(0, -KEPT.length) as SessionId);
    },
  };
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.utimes(NO_TIME, NO_TIME);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the names in a folder durable. Windows has no such thing and needs none. */
async function keepNames(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
