import { Zip, ZipDeflate } from 'fflate';

/** A file for an archive. Texts are packed; bytes, which are pictures and PDFs, are put in as they are. */
export interface ZipFile {
  /** Safe already: what unpacks it may take it for a path. */
  name: string;
  content: string | AsyncIterable<Uint8Array>;
}

/** How hard is tried to make it smaller. What cannot be is wrapped only, and costs nothing. */
const LEVEL = { text: 6, bytes: 0 } as const;

/**
 * The bytes of a ZIP with these files, made while they are read: one piece of one file is in memory at a time.
 *
 * @param at the time its files bear, in milliseconds since 1970
 */
export async function* zipped(files: AsyncIterable<ZipFile>, at: number): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let failure: Error | undefined;
  const zip = new Zip((error, piece) => {
    failure ??= error ?? undefined;
    ready.push(piece);
  });
  const taken = (): readonly Uint8Array[] => {
    if (failure) throw failure;
    const pieces = ready;
    ready = [];
    return pieces.filter(({ length }) => length > 0);
  };
  for await (const { name, content } of files) {
    const isText = typeof content === 'string';
    const file = new ZipDeflate(name, { level: isText ? LEVEL.text : LEVEL.bytes });
    file.mtime = at;
    zip.add(file);
    for await (const piece of isText ? [new TextEncoder().encode(content)] : content) {
      file.push(piece);
      yield* taken();
    }
    file.push(new Uint8Array(), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
