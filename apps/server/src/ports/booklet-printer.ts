import type { Booklet } from '@werkraum/protocol';

/** What a booklet can be taken home as. */
export type BookletFormat = 'pdf' | 'docx' | 'md';

export type Printed =
  | { ok: true; bytes: Uint8Array }
  /** `too-much`: it took too long or too much memory. `busy`: others are waiting already. */
  | { ok: false; why: 'too-much' | 'busy' };

/** Makes files of booklets without keeping anybody waiting, and without reading anything but the booklet. */
export interface BookletPrinter {
  /** The file's bytes. Rejects only when the printer itself is broken. */
  print(booklet: Booklet, format: BookletFormat): Promise<Printed>;
  /** Ends all work for good; what was asked for is `busy`. */
  stop(): Promise<void>;
}
