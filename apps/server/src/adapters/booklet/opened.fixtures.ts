import { inflateRawSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The files of a ZIP, read by its directory (PKWARE APPNOTE 4.3.12). */
export function unzipped(bytes: Uint8Array): Map<string, string> {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [packed, name, extra, comment] = [
      zip.readUInt32LE(at + 20),
      ...[28, 30, 32].map((by) => zip.readUInt16LE(at + by)),
    ];
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const body = zip.subarray(from, from + (packed ?? 0));
    const text = (zip.readUInt16LE(at + 10) === 0 ? body : inflateRawSync(body)).toString();
    files.set(zip.toString('utf8', at + 46, at + 46 + (name ?? 0)), text);
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}

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
