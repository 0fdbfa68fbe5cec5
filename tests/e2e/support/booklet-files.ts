import { unzipped } from '@werkraum/server/src/adapters/booklet/testing/unzipped.ts';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Everything that can be read in a PDF, page after page. */
export async function textOfPdf(bytes: Buffer): Promise<string> {
  const data = new Uint8Array(bytes);
  const pdf = await getDocument({ data, useSystemFonts: false, disableFontFace: true, verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
  const contents = await Promise.all(pages.map((page) => page.getTextContent()));
  return contents.flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : ''))).join(' ');
}

/** The body of a Word document, as it is written. */
export const textOfWord = (bytes: Buffer): string => unzipped(bytes).get('word/document.xml') ?? '';
