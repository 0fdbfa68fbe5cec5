import type { Request, RequestHandler } from 'express';
import { sameSecret } from '../application/secrets.ts';
import { addressOf, createGuard, type Trusts } from './addresses.ts';
import { sendProblem, TOO_MANY } from './problem.ts';

const WRONG_KEYS = { points: 10, duration: 60 };
const NEEDED = { status: 401, code: 'host-key-needed', title: 'This needs the host key.' };

/** Whether a request carries the organiser's key. */
export const carriesKey = (request: Request, hostKey: string): boolean => {
  const [, given] = /^Bearer (\S{1,200})$/i.exec(request.headers.authorization ?? '') ?? [];
  return given !== undefined && sameSecret(given, hostKey);
};

/** Lets organisers pass. Who guesses is soon told to wait, right key or not. */
export function requireHostKey(hostKey: string, trusts: Trusts): RequestHandler {
  const guard = createGuard(WRONG_KEYS);
  return async (request, response, next) => {
    const address = addressOf(request, trusts);
    if (await guard.isBlocked(address)) return sendProblem(response, TOO_MANY);
    if (carriesKey(request, hostKey)) return next();
    await guard.blame(address);
    response.setHeader('WWW-Authenticate', 'Bearer');
    return sendProblem(response, NEEDED);
  };
}
