import { ticketIn } from './lines.ts';

/** Asks over HTTP with a personal link, as the pages before and after a workshop do. `path` follows `…/seat`. */
export async function seatFetch(link: string, method: string, path: string, body?: Uint8Array<ArrayBuffer> | object) {
  const { sessionId, seatId, secret } = ticketIn(link);
  const bytes = body instanceof Uint8Array;
  const response = await fetch(`${new URL(link).origin}/api/v1/sessions/${sessionId}/seat${path}`, {
    method,
    headers: {
      authorization: `Bearer ${seatId}.${secret}`,
      ...(body && { 'content-type': bytes ? 'application/pdf' : 'application/json' }),
    },
    ...(body && { body: bytes ? body : JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response;
}

/** Brings slides along without a browser. */
export const bringSlides = (link: string, name: string, pdf: Uint8Array<ArrayBuffer>) =>
  seatFetch(link, 'PUT', `/decks/${name.toLowerCase().replaceAll(/\W/g, '-')}?name=${encodeURIComponent(name)}`, pdf);

/** Another page for the same person: the link without the door. */
export const pageOf = (link: string, page: 'prepare' | 'survey' | 'booklet'): string =>
  link.replace('/join#', `/${page}#`);
