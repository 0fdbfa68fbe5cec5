import { pipeline } from 'node:stream/promises';
import { type RequestHandler, Router } from 'express';
import type { Report } from '../../application/report.ts';
import type { TakeAway } from '../../application/take-away.ts';
import type { Clock } from '../../ports/clock.ts';
import { HARMLESS } from '../harmless.ts';
import { NOT_FOUND, sendProblem } from '../problem.ts';
import { holderOf } from '../seat-key.ts';
import { zipped } from '../zip.ts';

export interface TakeAwayRoutesParts {
  takeAway: TakeAway;
  seatOnly: RequestHandler;
  clock: Clock;
  report: Report;
}

/** What somebody contributed, for whoever holds their link and for nobody else: `GET /api/v1/sessions/:id/seat/export`, a ZIP. */
export function takeAwayRoutes({ takeAway, seatOnly, clock, report }: TakeAwayRoutesParts): Router {
  const router = Router({ mergeParams: true });
  router.get('/export', seatOnly, async (_request, response) => {
    const { sessionId, session, seat } = holderOf(response);
    const files = await takeAway.of(session, seat.id);
    if (!files) return sendProblem(response, NOT_FOUND);
    response.attachment('werkraum.zip');
    response.set({ ...HARMLESS, 'Content-Type': 'application/zip' });
    // An archive that breaks off is told by its end being missing. Whoever goes away in the middle is no fault of ours.
    await pipeline(zipped(files, clock.now()), response).catch((error: unknown) => {
      if (!isGone(error)) report(error, `packing what somebody contributed to session ${sessionId}`);
    });
  });
  return router;
}

const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
