import { CommandEnvelope, type Reply } from '@werkraum/protocol';
import express, { type RequestHandler, Router } from 'express';
import type { Handle } from '../../application/house.ts';
import type { RecordChecks } from '../../application/record-checks.ts';
import type { Report } from '../../application/report.ts';
import { mayCheckRecord, preparationOf, slices } from '../../domain/slices.ts';
import { MALFORMED, NOT_FOUND, sendProblem } from '../problem.ts';
import { holderOf } from '../seat-key.ts';

export interface SeatRoutesParts {
  handle: Handle;
  records: RecordChecks;
  seatOnly: RequestHandler;
  /** Sessions are deleted so many days after their end. */
  keepDays: number;
  report: Report;
}

/**
 * What somebody does with their personal link outside the room, days before or after: `/api/v1/sessions/:id/seat`.
 * Nobody is present by asking here, nobody waits at the door. Commands are the very same as over the socket.
 */
export function seatRoutes({ handle, records, seatOnly, keepDays, report }: SeatRoutesParts): Router {
  const router = Router({ mergeParams: true });

  router.get('/', seatOnly, (_request, response) => {
    const { session, seat } = holderOf(response);
    response.json(slices(session).documents.get(`seat:${seat.id}`));
  });

  router.get('/preparation', seatOnly, (_request, response) => {
    const { session, seat } = holderOf(response);
    response.json(preparationOf(session, seat, keepDays));
  });

  router.get('/record-check', seatOnly, async (_request, response) => {
    const { session, seat } = holderOf(response);
    const check = mayCheckRecord(session, seat) ? await records.of(session) : undefined;
    return check ? void response.json(check) : sendProblem(response, NOT_FOUND);
  });

  router.post('/commands', seatOnly, express.json({ limit: '64kb', strict: true }), async (request, response) => {
    const { sessionId, seat } = holderOf(response);
    const envelope = CommandEnvelope.safeParse(request.body);
    if (!envelope.success) return sendProblem(response, MALFORMED);
    const { id, command } = envelope.data;
    const reply: Reply = await handle(sessionId, command, { kind: 'seat', seatId: seat.id }, id).catch((error) => {
      report(error, `handling ${command.type} in session ${sessionId}`);
      return { ok: false, rejection: 'try-again' } as const;
    });
    response.json(reply);
  });

  return router;
}
