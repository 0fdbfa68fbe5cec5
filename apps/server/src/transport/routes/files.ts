import { pipeline } from 'node:stream/promises';
import { FileId, type FileType } from '@werkraum/protocol';
import { type RequestHandler, type Response, Router } from 'express';
import { mayRead } from '../../domain/slices.ts';
import type { Files } from '../../ports/files.ts';
import { NOT_FOUND, sendProblem } from '../problem.ts';
import { holderOf } from '../seat-key.ts';

export interface FileRoutesParts {
  files: Files;
  seatOnly: RequestHandler;
}

const ENDINGS: Readonly<Record<FileType, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
};

/** A file is never a page of ours, whatever a browser would make of it. */
const HARMLESS = {
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'private, no-store',
};

/**
 * Gives out files of slides: `GET /api/v1/sessions/:id/seat/files/:fileId`. A file that this seat may not read is answered like
 * one that does not exist.
 */
export function fileRoutes({ files, seatOnly }: FileRoutesParts): Router {
  const router = Router({ mergeParams: true });
  router.get('/files/:fileId', seatOnly, async (request, response) => {
    const { sessionId, session, seat } = holderOf(response);
    const fileId = FileId.safeParse(request.params.fileId);
    const deck = fileId.success ? mayRead(session, seat.id, fileId.data) : undefined;
    const kept = deck && fileId.success ? await files.get(sessionId, fileId.data) : undefined;
    if (!deck || !kept) return sendProblem(response, NOT_FOUND);
    await give(response, deck.name, kept);
  });
  return router;
}

async function give(response: Response, name: string, { size, bytes }: NonNullable<Awaited<ReturnType<Files['get']>>>) {
  const reader = bytes[Symbol.asyncIterator]();
  const first = await reader.next();
  const type = first.done ? undefined : typeOf(first.value);
  if (!type) throw new Error('a kept file is none of the kinds that are kept');
  response.attachment(`${name}.${ENDINGS[type]}`);
  response.set({ ...HARMLESS, 'Content-Type': type, 'Content-Length': String(size) });
  // Whoever goes away in the middle is no fault of ours.
  await pipeline(rest(first.value, { [Symbol.asyncIterator]: () => reader }), response).catch(() => {});
}

async function* rest(first: Uint8Array, others: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* others;
}

/** What is kept was written by the inspection, or is a PDF it has read: the first bytes tell which. */
function typeOf(bytes: Uint8Array): FileType | undefined {
  switch (bytes[0]) {
    case 0x25:
      return 'application/pdf';
    case 0x89:
      return 'image/png';
    case 0xff:
      return 'image/jpeg';
    case 0x52:
      return 'image/webp';
    default:
      return undefined;
  }
}
