import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { notesContract } from '../../ports/notes.contract.ts';
import { createMemoryNoteStore } from '../memory/note-store.ts';
import { createNotesInProcess } from './in-process.ts';
import { openNotesThread } from './thread.ts';

notesContract('in process', async () => {
  const store = createMemoryNoteStore();
  const keeper = createNotesInProcess(store);
  return { keeper, reopened: async () => createNotesInProcess(store), dispose: () => keeper.stop() };
});

notesContract('thread', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'notes-'));
  const open = () =>
    openNotesThread({
      file: join(folder, 'notes.sqlite'),
      report: (error) => {
        throw error;
      },
    });
  let current = await open();
  return {
    keeper: current,
    async reopened() {
      await current.stop();
      current = await open();
      return current;
    },
    async dispose() {
      await current.stop();
      await rm(folder, { recursive: true });
    },
  };
});
