import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const BROWSED = { useSystemFonts: false, disableFontFace: true, verbosity: 0 };

/** A PDF as its reader has it: what stands in it, and where its links lead. */
export async function readPdf(bytes: Uint8Array) {
  const source = Buffer.from(bytes).toString('latin1');
  const document = await getDocument({ data: bytes, ...BROWSED }).promise;
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)));
  const contents = await Promise.all(pages.map((page) => page.getTextContent()));
  const annotations = (await Promise.all(pages.map((page) => page.getAnnotations()))).flat();
  const links: string[] = annotations
    .flatMap(({ url, unsafeUrl }) => [url, unsafeUrl])
    .filter((to) => to !== undefined);
  const text = contents.flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : ''))).join(' ');
  return { source, document, text, links, pages };
}
