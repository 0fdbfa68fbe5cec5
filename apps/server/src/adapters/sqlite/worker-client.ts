import type { Worker } from 'node:worker_threads';
import type { AppendResult } from '../../ports/event-store.ts';
import type { Answer, Answered, AppendAsked, Asked, Commit, Question, WorkerMessage } from './messages.ts';
import { StoreUnusable } from './store-unusable.ts';

export interface SqliteOptions {
  /** The database; its folder is made if need be. Two more files with the same beginning stand beside it. */
  file: string;
  /** Told about everything that went wrong, in the background too. */
  report: (error: unknown) => void;
  /** Called after each transaction that made entries durable. */
  onCommit?: (commit: Commit) => void;
}

interface Waiting {
  resolve(value: never): void;
  reject(error: Error): void;
}

export interface WorkerClient {
  /** Rejects when the worker cannot answer. Questions of one turn of the loop travel together. */
  ask<Kind extends keyof Asked>(kind: Kind, body: Asked[Kind]): Promise<Answered[Kind]>;
  /** Like `ask`, but a worker that is gone is an answer. */
  append(append: AppendAsked): Promise<AppendResult>;
  onHealth(listen: (saving: boolean) => void): () => void;
  close(): Promise<void>;
}

/** Speaks with the storage thread. Resolves once it holds the file; rejects with `StoreUnusable` when it cannot. */
export async function startWorker(worker: Worker, options: SqliteOptions): Promise<WorkerClient> {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(saving: boolean) => void>();
  const outbox: Question[] = [];
  let lastId = 0;
  let gone = false;
  let closing: Promise<void> | undefined;

  const hear = (saving: boolean) => {
    for (const listen of listeners) listen(saving);
  };

  function settle(answer: Answer): void {
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.ok) asker?.resolve(answer.value as never);
    else asker?.reject(new Error(`the store failed: ${answer.why}`));
  }

  function ended(): void {
    if (gone) return;
    gone = true;
    for (const { reject } of waiting.values()) reject(new Error('the store has ended'));
    waiting.clear();
    if (!closing) hear(false);
  }

  const ask: WorkerClient['ask'] = (kind, body) =>
    new Promise((resolve, reject) => {
      if (gone || closing) return reject(new Error('the store is closed'));
      const id = ++lastId;
      waiting.set(id, { resolve, reject });
      // At the end of the turn, not at once: what came from many connections in one turn becomes one transaction.
      if (outbox.push({ id, kind, body } as Question) === 1) setImmediate(() => worker.postMessage(outbox.splice(0)));
    });

  function receive(message: WorkerMessage): void {
    if (message.kind === 'answers') {
      for (const answer of message.answers) settle(answer);
      if (message.commit) options.onCommit?.(message.commit);
    }
    if (message.kind === 'health') hear(message.saving);
    if (message.kind === 'problem') options.report(new Error(`the store in ${options.file}: ${message.text}`));
  }

  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  worker.on('error', options.report);
  void exited.then(ended);
  await new Promise<void>((resolve, reject) => {
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'ready') resolve();
      else if (message.kind === 'unusable') reject(new StoreUnusable(message.why));
      else receive(message);
    });
    void exited.then(() => reject(new StoreUnusable(`${options.file}: the storage thread ended while starting`)));
  });

  return {
    ask,
    append: (append) => ask('append', append).catch((): AppendResult => ({ kind: 'not-saved', why: 'broken' })),
    onHealth: (listen) => {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    close: () => {
      const asked = closing ? undefined : ask('close', {});
      closing ??= (asked ?? Promise.resolve()).then(
        () => exited,
        () => exited,
      );
      return closing;
    },
  };
}
