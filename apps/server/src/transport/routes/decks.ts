import { DeckId, type FileRefusal, MOST_FILE_BYTES, type Reply, UploadQuery } from '@werkraum/protocol';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Destination, FilesDesk } from '../../application/files-desk.ts';
import type { Handle } from '../../application/house.ts';
import type { Report } from '../../application/report.ts';
import { roomFor } from '../../domain/slides/room-for.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Inspected, Inspector } from '../../ports/inspector.ts';
import { MALFORMED, type ProblemKind, sendProblem } from '../problem.ts';
import { receive } from '../receive.ts';
import { holderOf, type SeatHolder } from '../seat-key.ts';

export interface DeckRoutesParts {
  handle: Handle;
  desk: FilesDesk;
  inspector: Inspector;
  clock: Clock;
  seatOnly: RequestHandler;
  report: Report;
}

/** Bytes of all uploads under way together: they are held in memory until they are known to be harmless. */
const MEMORY_BYTES = 200 * 1024 * 1024;

/** So much of a refused file is received and thrown away. */
const IGNORED_BYTES = 64 * 1024 * 1024;

const STATUS: Readonly<Record<FileRefusal, number>> = {
  'not-a-slide-file': 415,
  'file-empty': 422,
  'file-too-large': 413,
  'too-many-pages': 422,
  'too-many-pixels': 422,
  'file-broken': 422,
  'file-locked': 422,
  'file-too-hard': 422,
  'not-another-image': 422,
  'upload-broken-off': 400,
  'another-upload-runs': 409,
  'uploads-busy': 503,
};
const LENGTH_REQUIRED: ProblemKind = { status: 411, code: 'malformed', title: 'Say how long the file is.' };
const FAILED: ProblemKind = { status: 503, code: 'try-again', title: 'Something broke. Please try again.' };
const title = (code: string): string => `Not possible: ${code.replaceAll('-', ' ')}.`;

/** What an upload asks for, once it is known to be well-formed. */
interface Wish extends SeatHolder {
  deckId: DeckId;
  query: UploadQuery;
  length: number;
}

/** Takes slides: `PUT /api/v1/sessions/:id/seat/decks/:deckId?name=…&page=…` with the file as its body. */
export function deckRoutes({ handle, desk, inspector, clock, seatOnly, report }: DeckRoutesParts): Router {
  const router = Router({ mergeParams: true });
  const uploading = new Set<string>();
  let held = 0;

  async function take(request: Request, wish: Wish): Promise<Reply | FileRefusal> {
    const bytes = await receive(request, wish.length, clock);
    if (!bytes) return 'upload-broken-off';
    const found = await inspector.inspect(bytes);
    if (!found.ok) return found.refusal;
    if (wish.query.page > 1 && found.type === 'application/pdf') return 'not-another-image';
    return desk.keep(destinationOf(wish, found), found);
  }

  function destinationOf(
    { sessionId, seat, deckId, query }: Wish,
    { type, pages }: Extract<Inspected, { ok: true }>,
  ): Destination {
    const kind = type === 'application/pdf' ? ('pdf' as const) : ('images' as const);
    const about = { type: 'add-deck-file', deckId, seatId: seat.id, ...query } as const;
    const record: Destination['record'] = (kept) =>
      handle(sessionId, { ...about, file: { ...kept, kind, pages } }, { kind: 'house' });
    return { sessionId, record };
  }

  router.put('/decks/:deckId', seatOnly, async (request, response) => {
    const wish = wishOf(request, holderOf(response));
    if ('status' in wish) return turnAway(request, response, wish);
    const room = roomOf(wish, uploading, held);
    if (room === 'there') return void response.json({ ok: true });
    if (room !== 'room') return turnAway(request, response, problemFor(room));
    const key = keyOf(wish);
    uploading.add(key);
    held += wish.length;
    try {
      const answer = await take(request, wish);
      if (typeof answer === 'string') return sendProblem(response, problemFor(answer));
      if (!answer.ok) return sendProblem(response, problemFor(answer.rejection));
      response.status(201).json({ ok: true });
    } catch (error) {
      report(error, `taking a file in session ${wish.sessionId}`);
      sendProblem(response, FAILED);
    } finally {
      uploading.delete(key);
      held -= wish.length;
    }
  });

  return router;
}

const keyOf = ({ sessionId, seat }: SeatHolder): string => `${sessionId} ${seat.id}`;

function wishOf(request: Request, holder: SeatHolder): Wish | ProblemKind {
  const deckId = DeckId.safeParse(request.params.deckId);
  const query = UploadQuery.safeParse(request.query);
  if (!deckId.success || !query.success) return MALFORMED;
  const length = Number(request.headers['content-length'] ?? Number.NaN);
  if (!Number.isSafeInteger(length)) return LENGTH_REQUIRED;
  if (length === 0) return problemFor('file-empty');
  if (length > MOST_FILE_BYTES) return problemFor('file-too-large');
  return { ...holder, deckId: deckId.data, query: query.data, length };
}

/** Whether the bytes are taken at all: there is room in the session, for this person, and in memory. */
function roomOf(wish: Wish, uploading: ReadonlySet<string>, held: number) {
  const { session, seat, deckId, query, length } = wish;
  const room = roomFor(session, { deckId, seatId: seat.id, page: query.page, bytes: length });
  if (room !== 'room') return room;
  if (uploading.has(keyOf(wish))) return 'another-upload-runs';
  return held + length > MEMORY_BYTES ? 'uploads-busy' : 'room';
}

function problemFor(code: string): ProblemKind {
  const status = Object.hasOwn(STATUS, code) ? STATUS[code as FileRefusal] : 409;
  return { status, code, title: title(code) };
}

/** Answers before the body has come. What still comes is let go by, so that the answer is heard, unless it is too much. */
function turnAway(request: Request, response: Response, problem: ProblemKind): void {
  if (!(Number(request.headers['content-length']) <= IGNORED_BYTES)) response.setHeader('Connection', 'close');
  sendProblem(response, problem);
}
