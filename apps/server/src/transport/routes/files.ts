import { pipeline } from 'node:stream/promises';
import { FileId } from '@werkraum/protocol';
import { type RequestHandler, type Response, Router } from 'express';
import { opened } from '../../application/opened.ts';
import { mayRead } from '../../domain/slices.ts';
import { FILE_ENDINGS } from '../../domain/slides/file-type.ts';
import type { Files, KeptBytes } from '../../ports/files.ts';
import { HARMLESS } from '../harmless.ts';
import { NOT_FOUND, sendProblem } from '../problem.ts';
import { holderOf } from '../seat-key.ts';

export interface FileRoutesParts {
  files: Files;
  seatOnly: RequestHandler;
}

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

async function give(response: Response, name: string, kept: KeptBytes): Promise<void> {
  const { type, size, bytes } = await opened(kept);
  response.attachment(`${name}.${FILE_ENDINGS[type]}`);
  response.set({ ...HARMLESS, 'Content-Type': type, 'Content-Length': String(size) });
  // Whoever goes away in the middle is no fault of ours.
  await pipeline(bytes, response).catch(() => {});
}
