import { CreateSession, IssueLink, Knock, type Rejection, type Reply, SeatId, SessionId } from '@werkraum/protocol';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import type { z } from 'zod';
import type { Sessions } from '../../application/sessions.ts';
import { addressOf, createGuard, type Trusts } from '../addresses.ts';
import { MALFORMED, NOT_FOUND, type ProblemKind, sendProblem, TOO_MANY } from '../problem.ts';

export interface SessionRoutesParts {
  sessions: Sessions;
  hostOnly: RequestHandler;
  trusts: Trusts;
}

const KNOCKS = { points: 30, duration: 600 };
const UNAVAILABLE: readonly Rejection[] = ['not-saving', 'try-again', 'session-damaged'];

/** Reads a body of this shape, or answers that it cannot be read. */
function bodyOf<Schema extends z.ZodType>(schema: Schema, request: Request, response: Response) {
  const body = schema.safeParse(request.body);
  if (!body.success) sendProblem(response, MALFORMED);
  return body.data;
}

function refused(response: Response, { rejection }: Extract<Reply, { ok: false }>): void {
  const status = UNAVAILABLE.includes(rejection) ? 503 : 409;
  sendProblem(response, { status, code: rejection, title: `Not possible: ${rejection.replaceAll('-', ' ')}.` });
}

/** The organiser's API under `/api/v1/sessions`, and the door for people without a seat. */
export function sessionRoutes({ sessions, hostOnly, trusts }: SessionRoutesParts): Router {
  const router = Router();
  const knocks = createGuard(KNOCKS);
  const json = (limit: string) => express.json({ limit, strict: true });

  // An id that is none and an id of no session are told apart by nobody.
  const sessionOf = (request: Request): SessionId | undefined => {
    const id = SessionId.safeParse(request.params.id);
    return id.success && sessions.exists(id.data) ? id.data : undefined;
  };
  const notFound = (response: Response, kind: ProblemKind = NOT_FOUND) => sendProblem(response, kind);

  router.post('/', hostOnly, json('1mb'), async (request, response) => {
    const plan = bodyOf(CreateSession, request, response);
    if (!plan) return;
    const created = await sessions.create(plan);
    if (!created.ok) return refused(response, created);
    response.status(201).json({ sessionId: created.sessionId });
  });

  router.get('/', hostOnly, (_request, response) => void response.json(sessions.list()));

  router.get('/:id/record', hostOnly, async (request, response) => {
    const sessionId = sessionOf(request);
    const record = sessionId && (await sessions.record(sessionId));
    return record ? void response.json(record) : notFound(response);
  });

  router.get('/:id/plan', hostOnly, async (request, response) => {
    const sessionId = sessionOf(request);
    const lengths = request.query.lengths === 'actual' ? 'actual' : 'planned';
    const plan = sessionId && (await sessions.plan(sessionId, lengths));
    return plan ? void response.json(plan) : notFound(response);
  });

  router.get('/:id/readiness', hostOnly, async (request, response) => {
    const sessionId = sessionOf(request);
    const readiness = sessionId && (await sessions.readiness(sessionId));
    return readiness ? void response.json(readiness) : notFound(response);
  });

  router.delete('/:id', hostOnly, async (request, response) => {
    const sessionId = sessionOf(request);
    if (!sessionId) return notFound(response);
    await sessions.delete(sessionId);
    response.status(204).end();
  });

  router.delete('/:id/seats/:seatId', hostOnly, async (request, response) => {
    const sessionId = sessionOf(request);
    const seatId = SeatId.safeParse(request.params.seatId);
    const reply = sessionId && seatId.success && (await sessions.erase(sessionId, seatId.data));
    if (!reply || (!reply.ok && reply.rejection === 'no-such-person')) return notFound(response);
    if (!reply.ok) return refused(response, reply);
    response.status(204).end();
  });

  router.post('/:id/seats', hostOnly, json('8kb'), async (request, response) => {
    const sessionId = sessionOf(request);
    if (!sessionId) return notFound(response);
    const seat = bodyOf(IssueLink, request, response);
    if (!seat) return;
    const reply = await sessions.issueLink(sessionId, seat);
    if (!reply.ok) return refused(response, reply);
    response.status(204).end();
  });

  router.post('/:id/knock', json('8kb'), async (request, response) => {
    const address = addressOf(request, trusts);
    if (await knocks.isBlocked(address)) return sendProblem(response, TOO_MANY);
    await knocks.blame(address);
    const knock = bodyOf(Knock, request, response);
    if (!knock) return;
    const sessionId = sessionOf(request);
    const reply = sessionId && (await sessions.knock(sessionId, knock));
    if (!reply) return notFound(response);
    if (!reply.ok) return refused(response, reply);
    response.status(204).end();
  });

  return router;
}
