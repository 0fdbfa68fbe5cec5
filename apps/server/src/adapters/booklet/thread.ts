import { Worker } from 'node:worker_threads';
import type { Booklet } from '@werkraum/protocol';
import type { BookletFormat, BookletPrinter, Printed } from '../../ports/booklet-printer.ts';
import type { Cancel, Clock } from '../../ports/clock.ts';
import type { Delivery, Order } from './messages.ts';

/** What one file may take. A booklet of two hundred cards takes a second. */
const MOST_MS = 60_000;
const MOST_MEGABYTES = 512;
/** So many wait their turn; more are told to come again. */
const MOST_WAITING = 12;
/** The compiler is let go of when nobody has wanted a file for so long. */
const IDLE_MS = 120_000;

interface Job extends Order {
  done(printed: Printed): void;
  failed(error: unknown): void;
}

const startWorker = (): Worker =>
  new Worker(new URL('./worker.ts', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });

/**
 * A printer in a thread of its own, which is started when there is something to print. One file at a time; a thread that takes
 * too long or dies is ended, and the next file has a new one [BK-13].
 */
export function createPrintingThread(clock: Clock, start: () => Worker = startWorker): BookletPrinter {
  const waiting: Job[] = [];
  let worker: Worker | undefined;
  let current: Job | undefined;
  let cancel: Cancel = () => {};
  let stopped = false;

  function next(): void {
    cancel();
    current = waiting.shift();
    if (!current) {
      cancel = clock.at(clock.now() + IDLE_MS, end);
      return;
    }
    const { booklet, format } = current;
    worker ??= startThread();
    const order: Order = { booklet, format };
    worker.postMessage(order);
    cancel = clock.at(clock.now() + MOST_MS, () => settle((job) => job.done({ ok: false, why: 'too-much' }), 'end'));
  }

  function settle(tell: (job: Job) => void, thread: 'keep' | 'end'): void {
    const job = current;
    current = undefined;
    if (thread === 'end') end();
    if (job) tell(job);
    if (!stopped) next();
  }

  function end(): void {
    const thread = worker;
    worker = undefined;
    void thread?.terminate();
  }

  function startThread(): Worker {
    const thread = start();
    thread.on('message', (delivery: Delivery) => {
      if (thread !== worker) return;
      if ('bytes' in delivery) settle((job) => job.done({ ok: true, bytes: delivery.bytes }), 'keep');
      else settle((job) => job.failed(new Error(delivery.failure)), 'end');
    });
    thread.on('error', (error: NodeJS.ErrnoException) => {
      if (thread !== worker) return;
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      settle((job) => (isMemory ? job.done({ ok: false, why: 'too-much' }) : job.failed(error)), 'end');
    });
    // Nothing that is printed keeps a house from being closed.
    thread.unref();
    return thread;
  }

  return {
    print(booklet: Booklet, format: BookletFormat): Promise<Printed> {
      if (stopped || waiting.length >= MOST_WAITING) return Promise.resolve({ ok: false, why: 'busy' });
      const { promise, resolve: done, reject: failed } = Promise.withResolvers<Printed>();
      waiting.push({ booklet, format, done, failed });
      if (!current) next();
      return promise;
    },
    async stop() {
      stopped = true;
      cancel();
      const lost = [...(current ? [current] : []), ...waiting.splice(0)];
      current = undefined;
      const thread = worker;
      worker = undefined;
      for (const { done } of lost) done({ ok: false, why: 'busy' });
      await thread?.terminate();
    },
  };
}
