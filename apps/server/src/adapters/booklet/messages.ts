import type { Booklet } from '@werkraum/protocol';
import type { BookletFormat } from '../../ports/booklet-printer.ts';

/** To the thread. One order at a time. */
export interface Order {
  booklet: Booklet;
  format: BookletFormat;
}

/** From the thread. */
export type Delivery = { bytes: Uint8Array } | { failure: string };
