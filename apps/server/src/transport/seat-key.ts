import { type SeatId, SessionId } from '@werkraum/protocol';
import type { Request, RequestHandler, Response } from 'express';
import type { House } from '../application/house.ts';
import { opens } from '../application/secrets.ts';
import type { Seat } from '../domain/people/people.ts';
import type { Session } from '../domain/session.ts';
import type { Clock } from '../ports/clock.ts';
import { addressOf, createGuard, type Trusts } from './addresses.ts';
import type { FloodLimits } from './flood-guard.ts';
import { type ProblemKind, sendProblem, TOO_MANY } from './problem.ts';
import { createTokenBucket, type TokenBucket } from './token-bucket.ts';

/** Somebody who proved a seat, for the length of one request. */
export interface SeatHolder {
  sessionId: SessionId;
  seat: Seat;
  /** The session as it was when the request came. */
  session: Session;
}

export interface SeatKeyParts {
  house: Pick<House, 'look'>;
  clock: Clock;
  trusts: Trusts;
  /** Requests of one seat. */
  limits?: FloodLimits | undefined;
}

/** Wrong keys one address may try in a minute: as many as wrong links at the socket. */
const WRONG_KEYS = { points: 60, duration: 60 };
/** A page that saves while somebody types stays far below. */
const REQUESTS: FloodLimits = { perSecond: 10, burst: 60 };
const NEEDED: ProblemKind = { status: 401, code: 'unknown-link', title: 'This needs a personal link that opens this.' };
const REMOVED: ProblemKind = { status: 403, code: 'removed', title: 'This link opens nothing any more.' };
const DAMAGED: ProblemKind = { status: 503, code: 'session-damaged', title: 'This session cannot be read.' };
const CREDENTIALS = /^Bearer ([A-Za-z0-9_-]{1,40})\.([A-Za-z0-9_-]{22})$/;

/**
 * Lets the holder of a personal link pass: `Authorization: Bearer <seat id>.<secret>` on a path with `:id`. There are no
 * cookies, so no other page can make a browser ask in somebody's name. A session that does not exist, a seat that does not
 * and a wrong secret are one refusal and cost the same work; somebody removed learns that they are [PE-13].
 */
export function requireSeat({ house, clock, trusts, limits = REQUESTS }: SeatKeyParts): RequestHandler {
  const guard = createGuard(WRONG_KEYS);
  const buckets = new Map<string, TokenBucket>();
  // Forgetting who asked how much gives everybody a full bucket again: harmless, and it bounds the memory.
  const passes = (key: string): boolean => {
    if (buckets.size > 5_000) buckets.clear();
    const bucket = buckets.get(key) ?? createTokenBucket(clock, limits.perSecond, limits.burst);
    buckets.set(key, bucket);
    return bucket();
  };
  return async (request, response, next) => {
    const address = addressOf(request, trusts);
    if (await guard.isBlocked(address)) return sendProblem(response, TOO_MANY);
    const holder = await prove(house, request);
    if ('status' in holder) {
      if (holder === NEEDED) await guard.blame(address);
      return sendProblem(response, holder);
    }
    if (!passes(`${holder.sessionId} ${holder.seat.id}`)) return sendProblem(response, TOO_MANY);
    response.locals.holder = holder;
    next();
  };
}

/** Who asks, in a route behind `requireSeat`. */
export const holderOf = (response: Response): SeatHolder => response.locals.holder as SeatHolder;

async function prove(house: Pick<House, 'look'>, request: Request): Promise<SeatHolder | ProblemKind> {
  const [, seatId, secret] = CREDENTIALS.exec(request.headers.authorization ?? '') ?? [];
  const id = SessionId.safeParse(request.params.id);
  if (!seatId || !secret) return NEEDED;
  const condition = id.success ? await house.look(id.data) : ({ kind: 'none' } as const);
  if (condition.kind === 'damaged') return DAMAGED;
  const session = condition.kind === 'fine' ? condition.session : undefined;
  const seats = session?.people.seats;
  const seat = seats && Object.hasOwn(seats, seatId) ? seats[seatId as SeatId] : undefined;
  if (!opens(secret, seat?.linkHash) || !session || !seat || !id.success) return NEEDED;
  return seat.admission === 'removed' ? REMOVED : { sessionId: id.data, seat, session };
}
