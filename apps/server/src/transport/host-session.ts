import { SessionId } from '@werkraum/protocol';
import type { Request, Response } from 'express';
import type { House } from '../application/house.ts';
import type { Session } from '../domain/session.ts';
import { NOT_FOUND, sendProblem } from './problem.ts';

/** The session that a route with the host key is about; undefined, and answered, where there is none that can be read. */
export async function hostSession(
  house: Pick<House, 'look'>,
  request: Request<{ id?: string }>,
  response: Response,
): Promise<Session | undefined> {
  const id = SessionId.safeParse(request.params.id);
  const condition = id.success ? await house.look(id.data) : undefined;
  if (condition?.kind === 'fine') return condition.session;
  sendProblem(response, NOT_FOUND);
  return undefined;
}
