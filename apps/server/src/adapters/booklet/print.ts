import type { Booklet } from '@werkraum/protocol';
import type { BookletFormat } from '../../ports/booklet-printer.ts';
import { docxOf } from './docx.ts';
import { markdownOf } from './markdown.ts';
import { pdfOf } from './pdf.ts';
import { printable } from './printable.ts';

/** A booklet as a file. */
export async function printBooklet(booklet: Booklet, format: BookletFormat): Promise<Uint8Array> {
  const clean = printable(booklet);
  switch (format) {
    case 'md':
      return new TextEncoder().encode(markdownOf(clean));
    case 'pdf':
      return pdfOf(clean);
    case 'docx':
      return docxOf(clean);
  }
}
