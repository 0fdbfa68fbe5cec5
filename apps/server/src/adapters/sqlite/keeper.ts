import { setImmediate } from 'node:timers';
import { emptyWriteAheadLog, erase, replace } from './eraser.ts';
import { textOf } from './failure.ts';
import type { Sliced } from './log-reader.ts';
import type { Medium } from './medium.ts';
import type { Answer, Answered, Commit, Question, QuestionOf } from './messages.ts';

/** So many entries go into one transaction at most: the first of them must not wait for the thousandth's neighbour. */
const BATCH_ENTRIES = 1_000;
/** So many snapshots are kept in one transaction at most; each is tens of kilobytes. */
const BATCH_SNAPSHOTS = 100;
const ERASE_AGAIN_MS = 1_000;

/** What a task answers; `undefined` when it answers later by itself. */
type Outcome = { value: Answered[keyof Answered] } | undefined;
type Steps = Pick<Sliced<Outcome>, 'next'>;

interface Task {
  id: number;
  start(): Steps;
  work?: Steps;
  generation?: number;
  ended?(): void;
}

/** A task of a single slice. */
const atOnce = (work: () => Answered[keyof Answered]): Steps => ({
  next: () => ({ done: true, value: { value: work() } }),
});

function* reading(medium: Medium, { sessionId, format }: QuestionOf<'read'>['body']): Sliced<Outcome> {
  return { value: yield* medium.reader().read(sessionId, format) };
}

function* chaining(medium: Medium, { sessionId, kind }: QuestionOf<'chain-at'>['body']): Sliced<Outcome> {
  return { value: yield* medium.reader().chainAt(sessionId, kind) };
}

/**
 * The worker's order of business: each turn commits every append that has arrived, in one transaction, then does one slice of one
 * longer task. So appends are never behind a long read.
 */
export function createKeeper(medium: Medium, answer: (answers: readonly Answer[], commit?: Commit) => void) {
  let inbox: Question[] = [];
  const tasks: Task[] = [];
  /** Sessions being erased, with what was asked about them since. */
  const erasing = new Map<string, Question[]>();
  let due = false;

  function take(questions: readonly Question[]): void {
    inbox.push(...questions);
    wake();
  }

  function wake(): void {
    if (due || (inbox.length === 0 && tasks.length === 0)) return;
    due = true;
    setImmediate(() => {
      due = false;
      const { appends, snapshots } = sort();
      commit(appends);
      keep(snapshots);
      slice();
      wake();
    });
  }

  /** Takes the inbox apart: what is for the next transactions is returned, everything else becomes a task. */
  function sort() {
    const appends: QuestionOf<'append'>[] = [];
    const snapshots: QuestionOf<'keep-snapshot'>[] = [];
    let taken = 0;
    for (const question of inbox) {
      if (appends.length === BATCH_ENTRIES || snapshots.length === BATCH_SNAPSHOTS) break;
      taken++;
      const waiting = 'sessionId' in question.body ? erasing.get(question.body.sessionId) : undefined;
      if (waiting) waiting.push(question);
      else if (question.kind === 'append') appends.push(question);
      else if (question.kind === 'keep-snapshot') snapshots.push(question);
      else tasks.push(taskFor(question));
    }
    inbox = inbox.slice(taken);
    return { appends, snapshots };
  }

  function commit(appends: readonly QuestionOf<'append'>[]): void {
    if (appends.length === 0) return;
    const { results, commit } = medium.write(appends.map(({ body }) => body));
    answer(
      results.map((value, index) => ({ id: appends[index]?.id ?? 0, ok: true, value })),
      commit,
    );
  }

  function keep(snapshots: readonly QuestionOf<'keep-snapshot'>[]): void {
    if (snapshots.length === 0) return;
    try {
      medium.writer().keepSnapshots(snapshots.map(({ body }) => body));
      answer(snapshots.map(({ id }) => ({ id, ok: true, value: undefined })));
    } catch (error) {
      answer(snapshots.map(({ id }) => ({ id, ok: false, why: textOf(error) })));
    }
  }

  function slice(): void {
    const task = tasks.shift();
    if (!task) return;
    try {
      if (!task.work || task.generation !== medium.generation()) task.work = task.start();
      task.generation = medium.generation();
      const step = task.work.next();
      if (!step.done) {
        tasks.push(task);
        return;
      }
      if (step.value) answer([{ id: task.id, ok: true, value: step.value.value }]);
    } catch (error) {
      answer([{ id: task.id, ok: false, why: textOf(error) }]);
    }
    task.ended?.();
  }

  function taskFor(question: Exclude<Question, { kind: 'append' | 'keep-snapshot' }>): Task {
    const { id, kind, body } = question;
    switch (kind) {
      case 'read':
        return { id, start: () => reading(medium, body) };
      case 'chain-at':
        return { id, start: () => chaining(medium, body) };
      case 'sessions':
        return { id, start: () => atOnce(() => medium.reader().sessions()) };
      case 'delete':
        return erasure(id, body.sessionId, () => erase(medium.database(), body.sessionId));
      case 'replace':
        return erasure(id, body.sessionId, () => replace(medium.database(), medium.writer(), body));
      case 'close':
        return { id, start: () => atOnce(() => medium.close()) };
    }
  }

  /** Work after which no byte of what it removed may remain; what is asked about the session meanwhile waits. */
  function erasure(id: number, sessionId: string, work: () => Sliced<Answered['delete' | 'replace']>): Task {
    erasing.set(sessionId, []);
    return {
      id,
      *start() {
        let value: Answered['delete' | 'replace'];
        try {
          value = yield* work();
        } catch (error) {
          medium.failed(error);
          throw error;
        }
        medium.rowsGone();
        answerWhenEmptied(id, value);
        return undefined;
      },
      ended() {
        inbox.unshift(...(erasing.get(sessionId) ?? []));
        erasing.delete(sessionId);
      },
    };
  }

  function answerWhenEmptied(id: number, value: Answered['delete' | 'replace']): void {
    let emptied = false;
    try {
      emptied = emptyWriteAheadLog(medium.database());
    } catch (error) {
      medium.failed(error);
    }
    if (emptied) answer([{ id, ok: true, value }]);
    else setTimeout(answerWhenEmptied, ERASE_AGAIN_MS, id, value).unref();
  }

  return { take, busy: () => inbox.length > 0 || tasks.length > 0 };
}
