import type { FileRefusal, FileType } from '@werkraum/protocol';

/** What a file turned out to be. */
export type Inspected =
  | {
      ok: true;
      type: FileType;
      /** How many pages it has; an image has one. */
      pages: number;
      /** What is to be kept: a PDF as it came, an image written anew with its pixels and nothing else. */
      bytes: Uint8Array;
    }
  | { ok: false; refusal: FileRefusal };

/**
 * Looks into files of strangers. What is said of a file comes from its bytes alone, never from a name or a header; whatever a
 * file does to the looking harms nothing else. Rejects only when looking is not possible at the moment.
 */
export interface Inspector {
  inspect(bytes: Uint8Array): Promise<Inspected>;
  /** Ends what is under way. */
  stop(): Promise<void>;
}
