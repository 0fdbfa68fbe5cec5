import { parentPort, workerData } from 'node:worker_threads';
import { startAuditor } from './auditor.ts';
import { openFirst } from './database.ts';
import { textOf } from './failure.ts';
import { createKeeper } from './keeper.ts';
import { createMedium } from './medium.ts';
import type { Question, WorkerMessage } from './messages.ts';

/** The thread that owns the database. It is told the file when it starts and answers questions until it is closed. */
function main(): void {
  const port = parentPort;
  if (!port) throw new Error('this file is the start of a worker thread');
  const tell = (message: WorkerMessage) => port.postMessage(message);
  const file = String(workerData);
  try {
    // The claim is held by a connection that must live as long as the thread.
    const { lock, database } = openFirst(file);
    const medium = createMedium(file, database, tell);
    const close = () => {
      auditor.stop();
      medium.close();
      lock.close();
      port.close();
      return undefined;
    };
    const keeper = createKeeper({ ...medium, close }, (answers, commit) =>
      tell({ kind: 'answers', answers, ...(commit && { commit }) }),
    );
    const auditor = startAuditor(medium, keeper.busy, (text) => tell({ kind: 'problem', text }));
    port.on('message', (questions: readonly Question[]) => keeper.take(questions));
    tell({ kind: 'ready' });
  } catch (error) {
    tell({ kind: 'unusable', why: textOf(error) });
    port.close();
  }
}

main();
