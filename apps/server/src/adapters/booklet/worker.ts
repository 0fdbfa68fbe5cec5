import { parentPort } from 'node:worker_threads';
import type { Delivery, Order } from './messages.ts';
import { printBooklet } from './print.ts';

/** The thread in which booklets are made into files. */
parentPort?.on('message', async ({ booklet, format }: Order) => {
  const tell = (delivery: Delivery): void => parentPort?.postMessage(delivery);
  await printBooklet(booklet, format).then(
    (bytes) => tell({ bytes }),
    (error: unknown) => tell({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
