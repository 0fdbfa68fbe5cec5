import type { IncomingMessage } from 'node:http';

/** Whether a page of this origin may talk to the server. */
export type Welcomes = (request: IncomingMessage) => boolean;

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}

/**
 * Browsers always name the origin of a page that opens a socket or changes something; programs that are not browsers
 * carry no foreign page's authority and may leave it out. Welcome are the public address and the host that was asked.
 */
export function welcomes(publicUrl: string): Welcomes {
  const ours = new URL(publicUrl).origin;
  return ({ headers }) => {
    const { origin, host } = headers;
    if (origin === undefined) return true;
    return origin === ours || (host !== undefined && hostOf(origin) === host);
  };
}

/** Whether a request that changes something was made by a page of ours, or by no page at all. */
export function comesFromUs(request: IncomingMessage, isWelcome: Welcomes): boolean {
  const site = request.headers['sec-fetch-site'];
  return (site === undefined || site === 'same-origin' || site === 'none') && isWelcome(request);
}
