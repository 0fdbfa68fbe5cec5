import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Booklets } from '../../application/booklets.ts';
import type { House } from '../../application/house.ts';
import type { BookletFormat, Printed } from '../../ports/booklet-printer.ts';
import { hostSession } from '../host-session.ts';
import { type ProblemKind, sendProblem } from '../problem.ts';
import { holderOf } from '../seat-key.ts';

const TYPES: Readonly<Record<BookletFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown; charset=utf-8',
};
const FORMATS = Object.keys(TYPES) as BookletFormat[];

const NOT_YET: ProblemKind = { status: 403, code: 'not-published', title: 'This booklet has not been published.' };
const REFUSED: Readonly<Record<'too-much' | 'busy', ProblemKind>> = {
  'too-much': { status: 422, code: 'too-much', title: 'This booklet is too large to be made into this file.' },
  busy: { status: 503, code: 'busy', title: 'Other booklets are being made. Please try again in a moment.' },
};

/** The booklet with a personal link: `…/seat/booklet` as JSON, `…/seat/booklet.pdf`, `.docx` and `.md` as files. */
export function bookletSeatRoutes({ booklets, seatOnly }: { booklets: Booklets; seatOnly: RequestHandler }): Router {
  const router = Router({ mergeParams: true });
  router.get('/booklet', seatOnly, async (_request, response) => {
    const { session, seat } = holderOf(response);
    const answer = await booklets.answer(session, seat);
    return answer ? void response.json(answer) : sendProblem(response, NOT_YET);
  });
  for (const format of FORMATS) {
    router.get(`/booklet.${format}`, seatOnly, async (_request, response) => {
      const { session, seat } = holderOf(response);
      const printed = await booklets.file(session, seat, format);
      return printed ? send(response, printed, session.title, format) : sendProblem(response, NOT_YET);
    });
  }
  return router;
}

export interface BookletHostParts {
  booklets: Booklets;
  house: Pick<House, 'look'>;
  hostOnly: RequestHandler;
}

/** The same files with the host key, as readers get them: `/api/v1/sessions/:id/booklet.pdf` and so on. */
export function bookletHostRoutes({ booklets, house, hostOnly }: BookletHostParts): Router {
  const router = Router({ mergeParams: true });
  for (const format of FORMATS) {
    router.get(`/booklet.${format}`, hostOnly, async (request: Request<{ id?: string }>, response) => {
      const session = await hostSession(house, request, response);
      if (session) send(response, await booklets.fileForHost(session, format), session.title, format);
    });
  }
  return router;
}

function send(response: Response, printed: Printed, title: string, format: BookletFormat): void {
  if (!printed.ok) {
    sendProblem(response, REFUSED[printed.why]);
    return;
  }
  response.setHeader('Content-Type', TYPES[format]);
  response.setHeader('Content-Disposition', attachment(`${title}.${format}`));
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.send(Buffer.from(printed.bytes));
}

/**
 * A file to keep and not to show, under a name of any letters (RFC 6266, RFC 8187): plain ones for old readers, the name as it
 * is for all others. What file systems do not take is a dash.
 */
export function attachment(name: string): string {
  const kept = name.replaceAll(/[\p{C}/\\:*?"<>|%]+/gu, '-').slice(-150);
  const plain = kept
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\x20-\x7e]+/g, '-');
  const exact = encodeURIComponent(kept).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
