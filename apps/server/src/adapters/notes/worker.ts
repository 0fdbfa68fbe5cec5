import { setImmediate } from 'node:timers';
import { parentPort, workerData } from 'node:worker_threads';
import { openSqliteNoteStore } from '../sqlite/note-store.ts';
import { createLibrary, workOff } from './library.ts';
import type { Message, Request } from './messages.ts';

/** What the thread is given when it starts. */
export interface Start {
  file: string;
  /** One number: the request being worked on, 0 while none is. Read from outside to tell a thread that hangs. */
  working: Int32Array;
}

/** The thread that owns the documents and their file. What arrived during the last commit is worked off as one. */
function main(): void {
  const port = parentPort;
  if (!port) throw new Error('this file is the start of a worker thread');
  const { file, working } = workerData as Start;
  const tell = (message: Message) => port.postMessage(message);
  const begin = (id: number) => void Atomics.store(working, 0, id);
  const waiting: Request[] = [];
  const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

  try {
    const store = openSqliteNoteStore(file);
    const library = createLibrary(store);
    const work = () => {
      const answers = workOff(library, store, waiting.splice(0), begin);
      begin(0);
      for (const { id, value, why } of answers) {
        if (why !== undefined) tell({ kind: 'problem', why });
        if (why !== undefined && value === undefined) tell({ kind: 'failure', id, why });
        else tell({ kind: 'answer', id, value });
      }
    };
    port.on('message', (request: Request | 'close') => {
      if (request === 'close') {
        if (waiting.length > 0) work();
        store.close();
        port.close();
      } else if (waiting.push(request) === 1) setImmediate(() => waiting.length > 0 && work());
    });
    tell({ kind: 'ready' });
  } catch (error) {
    tell({ kind: 'unusable', why: textOf(error) });
    port.close();
  }
}

main();
