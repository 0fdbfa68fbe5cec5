import type { FileType } from '@werkraum/protocol';
import { typeOf } from '../domain/slides/file-type.ts';
import type { KeptBytes } from '../ports/files.ts';

/** A kept file of which it is known what it is. */
export interface OpenedFile extends KeptBytes {
  type: FileType;
}

/** Looks at the first bytes of a kept file; its bytes are read from the beginning afterwards, once. */
export async function opened({ size, bytes }: KeptBytes): Promise<OpenedFile> {
  const reader = bytes[Symbol.asyncIterator]();
  const first = await reader.next();
  const type = first.done ? undefined : typeOf(first.value);
  if (!type) throw new Error('a kept file is none of the kinds that are kept');
  return { type, size, bytes: rest(first.value, { [Symbol.asyncIterator]: () => reader }) };
}

async function* rest(first: Uint8Array, others: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* others;
}
