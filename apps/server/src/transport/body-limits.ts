import type { Request, RequestHandler } from 'express';
import type { Clock } from '../ports/clock.ts';

/** So long a body may take, unless it is a file. */
const BODY_MS = 30_000;

/** Where files are taken: `PUT …/seat/decks/:deckId`. */
const isUpload = ({ method, path }: Request): boolean => method === 'PUT' && /\/seat\/decks\/[^/]+$/.test(path);

/** Cuts off whoever sends a body too slowly. Files are given more time where they are taken. */
export const promptBodies =
  (clock: Clock): RequestHandler =>
  (request, _response, next) => {
    if (!isUpload(request) && !request.complete) {
      const cancel = clock.at(clock.now() + BODY_MS, () => void request.destroy());
      request.once('close', cancel);
      request.once('end', cancel);
    }
    next();
  };
