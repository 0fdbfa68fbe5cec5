import type { NoteStore } from '../../ports/note-store.ts';
import type { NotesKeeper } from '../../ports/notes.ts';
import { createLibrary, workOff } from './library.ts';
import type { Answered, Kind, Request } from './messages.ts';
import { type Ask, keeperOver } from './requests.ts';

/** The documents without a thread, for tests: the same work, done between two turns of the loop. */
export function createNotesInProcess(store: NoteStore): NotesKeeper {
  const library = createLibrary(store);
  const underWay = new Set<Promise<unknown>>();
  let lastId = 0;

  const ask: Ask = <K extends Kind>(kind: K, body: object) => {
    const work = new Promise<Answered[K]>((resolve, reject) => {
      setImmediate(() => {
        const request = { id: ++lastId, kind, ...body } as unknown as Request;
        const [answer] = workOff(library, store, [request], () => {});
        if (answer && 'value' in answer) resolve(answer.value as Answered[K]);
        else reject(new Error(answer?.why));
      });
    });
    underWay.add(work);
    const done = () => void underWay.delete(work);
    work.then(done, done);
    return work;
  };

  const idle = async () => {
    while (underWay.size > 0) await Promise.allSettled([...underWay]);
  };
  return { ...keeperOver(ask), idle, stop: idle };
}
