import { Worker } from 'node:worker_threads';
import type { NotesKeeper } from '../../ports/notes.ts';
import { StoreUnusable } from '../sqlite/store-unusable.ts';
import type { Answered, Asked, Kind, Message, Request } from './messages.ts';
import { type Ask, keeperOver } from './requests.ts';
import type { Start } from './worker.ts';

export interface ThreadOptions {
  /** The file notes are kept in; its folder is made if need be. */
  file: string;
  /** Told about everything that went wrong, in the background too. */
  report: (error: unknown) => void;
  /** How long one request may take. */
  limitMs?: number;
  start?: (start: Start) => Worker;
}

/** A document at its limit takes some hundredths of a second; what takes so long will not end. */
const LIMIT_MS = 8_000;
/** Documents, not memory, are what the thread is for: whatever needs more than this is no text. */
const HEAP_MB = 384;

interface Pending {
  request: Request;
  resolve(value: never): void;
  reject(error: Error): void;
}

const startWorker = (start: Start): Worker =>
  new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: start,
    // Yjs looks for a browser's storage, and Node would warn that it was given no file for it.
    execArgv: ['--no-webstorage'],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });

/**
 * Documents in a thread of their own [NO-7]. A thread that hangs or dies is replaced: what it was working on is refused,
 * everything else is asked again, and documents are read from their file. Resolves once the file is open.
 * @throws {StoreUnusable} when the file cannot be used
 */
export async function openNotesThread({ file, report, ...options }: ThreadOptions): Promise<NotesKeeper> {
  const { limitMs = LIMIT_MS, start = startWorker } = options;
  const pending = new Map<number, Pending>();
  const working = new Int32Array(new SharedArrayBuffer(4));
  const resting: (() => void)[] = [];
  let worker: Worker | undefined;
  let lastId = 0;
  let stopped = false;
  let watching: { timer: NodeJS.Timeout; seen: number } | undefined;

  function settle(id: number, end: (asked: Pending) => void): void {
    const asked = pending.get(id);
    pending.delete(id);
    if (asked) end(asked);
    if (pending.size > 0) return;
    clearTimeout(watching?.timer);
    watching = undefined;
    for (const rest of resting.splice(0)) rest();
  }

  const resolve = (id: number, value: unknown) => settle(id, (asked) => asked.resolve(value as never));
  const reject = (id: number, why: string) => settle(id, (asked) => asked.reject(new Error(`notes: ${why}`)));

  function hear(message: Message): void {
    if (message.kind === 'answer') resolve(message.id, message.value);
    if (message.kind === 'failure') reject(message.id, message.why);
    if (message.kind === 'problem') report(new Error(`notes in ${file}: ${message.why}`));
  }

  /** The thread is gone. What it was working on is to blame; the others are asked again, of a new one. */
  function died(reason: unknown): void {
    const culprit = Atomics.exchange(working, 0, 0);
    if (stopped) return;
    report(reason);
    const blamed = pending.get(culprit);
    if (blamed?.request.kind === 'update') resolve(culprit, 'not-understood');
    else reject(culprit, 'the thread ended while working on this');
    if (pending.size === 0) return;
    const next = run();
    for (const { request } of pending.values()) next.postMessage(request);
  }

  /** Looks now and then whether the same request is still being worked on. */
  function watch(): void {
    const seen = Atomics.load(working, 0);
    if (watching && seen !== 0 && watching.seen === seen) {
      report(new Error(`notes: a ${pending.get(seen)?.request.kind ?? 'request'} took too long`));
      void worker?.terminate();
    }
    watching = { seen, timer: setTimeout(watch, limitMs / 2).unref() };
  }

  function run(onReady = () => {}, onUnusable: (why: string) => void = giveUp): Worker {
    const thread = start({ file, working });
    let reason: unknown = new Error('the notes thread has ended');
    let isReady = false;
    worker = thread;
    thread.on('message', (message: Message) => {
      if (message.kind === 'ready') {
        isReady = true;
        onReady();
      } else if (message.kind === 'unusable') reason = message.why;
      else hear(message);
    });
    thread.on('error', (error) => {
      reason = error;
    });
    thread.on('exit', () => {
      if (worker !== thread) return;
      worker = undefined;
      if (isReady) died(reason);
      else onUnusable(String(reason));
    });
    return thread;
  }

  // A file that could be opened once and cannot be now: whoever asks again tries again.
  function giveUp(why: string): void {
    report(new Error(why));
    for (const { request } of [...pending.values()]) {
      if (request.kind === 'update') resolve(request.id, 'not-saving');
      else reject(request.id, why);
    }
  }

  const ask: Ask = <K extends Kind>(kind: K, body: Asked[K]) =>
    new Promise<Answered[K]>((resolve, reject) => {
      if (stopped) return reject(new Error('notes: stopped'));
      const request = { id: ++lastId, kind, ...body } as unknown as Request;
      pending.set(request.id, { request, resolve, reject });
      (worker ?? run()).postMessage(request);
      watching ??= { seen: 0, timer: setTimeout(watch, limitMs / 2).unref() };
    });

  const idle = (): Promise<void> => new Promise((rest) => (pending.size === 0 ? rest() : void resting.push(rest)));
  await new Promise<void>((ready, refuse) => run(ready, (why) => refuse(new StoreUnusable(why))));

  return {
    ...keeperOver(ask),
    idle,
    async stop() {
      await idle();
      stopped = true;
      clearTimeout(watching?.timer);
      const thread = worker;
      if (!thread) return;
      const gone = new Promise<void>((end) => thread.once('exit', () => end()));
      thread.postMessage('close');
      await gone;
    },
  };
}
