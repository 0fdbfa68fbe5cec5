import { LONGEST_SIDE, MOST_DECK_PAGES, MOST_PIXELS } from '@werkraum/protocol';
import { fileTypeFromBuffer } from 'file-type';
import type { Inspected } from '../../../ports/inspector.ts';
import { shrink } from './shrink.ts';

type ImageType = 'image/png' | 'image/jpeg' | 'image/webp';
type Refused = Extract<Inspected, { ok: false }>;
const refuse = (refusal: Refused['refusal']): Refused => ({ ok: false, refusal });

// Each way of looking is loaded only for a file that needs it.

/** Finds out what a file is and what of it is to be kept. What it does must be bounded from outside. */
export async function inspect(bytes: Uint8Array<ArrayBuffer>): Promise<Inspected> {
  if (bytes.byteLength === 0) return refuse('file-empty');
  const mime = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime;
  if (mime === 'application/pdf') return inspectPdf(bytes);
  if (mime === 'image/png' || mime === 'image/jpeg' || mime === 'image/webp') return inspectImage(bytes, mime);
  return refuse('not-a-slide-file');
}

async function inspectPdf(bytes: Uint8Array<ArrayBuffer>): Promise<Inspected> {
  const { pagesOfPdf } = await import('./pdf.ts');
  // PDF.js takes possession of the bytes it is given.
  const pages = await pagesOfPdf(bytes.slice());
  if (typeof pages === 'string') return refuse(pages);
  return pages > MOST_DECK_PAGES ? refuse('too-many-pages') : { ok: true, type: 'application/pdf', pages, bytes };
}

async function inspectImage(bytes: Uint8Array<ArrayBuffer>, type: ImageType): Promise<Inspected> {
  const { IMAGES } = await import('./images.ts');
  const { size, decode, encode } = IMAGES[type];
  const claimed = size(bytes);
  if (!claimed) return refuse('file-broken');
  if (claimed.width * claimed.height > MOST_PIXELS) return refuse('too-many-pixels');
  try {
    const kept = await encode(shrink(await decode(bytes), LONGEST_SIDE));
    return { ok: true, type, pages: 1, bytes: new Uint8Array(kept) };
  } catch {
    return refuse('file-broken'); // Codecs say no more than that they failed.
  }
}
