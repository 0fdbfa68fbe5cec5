import { readPdf } from '@werkraum/server/src/adapters/booklet/testing/read-pdf.ts';
import { unzipped } from '@werkraum/server/src/adapters/booklet/testing/unzipped.ts';

/** Everything that can be read in a PDF, page after page. The reader takes bytes for itself, so it gets its own. */
export const textOfPdf = async (bytes: Buffer): Promise<string> => (await readPdf(new Uint8Array(bytes))).text;

/** The body of a Word document, as it is written. */
export const textOfWord = (bytes: Buffer): string => unzipped(bytes).get('word/document.xml') ?? '';
