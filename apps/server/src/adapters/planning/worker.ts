import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers';
import { parentPort } from 'node:worker_threads';
import type { Finding, Order } from './messages.ts';
import { createSearch, isLast, type Search } from './search.ts';

/** The thread that works out rotations: one slice of one task after the other, so that none waits for another to end. */
function main(): void {
  const port = parentPort;
  if (!port) throw new Error('this file is the start of a worker thread');
  const searches = new Map<number, Search>();
  const tell = (finding: Finding) => port.postMessage(finding);
  let due = false;

  function wake(): void {
    if (due || searches.size === 0) return;
    due = true;
    setImmediate(() => {
      due = false;
      for (const [id, search] of [...searches]) slice(id, search);
      wake();
    });
  }

  function slice(id: number, search: Search): void {
    try {
      const outcome = search.step();
      if (!outcome) return;
      if (isLast(outcome)) searches.delete(id);
      tell({ id, outcome });
    } catch (error) {
      searches.delete(id);
      tell({ id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  }

  port.on('message', (order: Order) => {
    if (order.kind === 'drop') searches.delete(order.id);
    else
      searches.set(
        order.id,
        createSearch(order.task, () => performance.now()),
      );
    wake();
  });
}

main();
