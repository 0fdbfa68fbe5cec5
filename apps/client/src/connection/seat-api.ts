import type { Command, CommandEnvelope, CommandId, Reply, SeatId, SeatView, SessionId } from '@werkraum/protocol';
import { randomId } from '../ui/random-id.ts';
import type { SeatTicket } from './provider.tsx';
import { refusalFrom, refusalOf, type SeatAnswer, type SeatRefusal } from './seat-answer.ts';
import { type Asking, putWithProgress, readWithProgress, type Transfer } from './seat-transfer.ts';
import { ticketFromAddress } from './tab.ts';

export interface Sending extends Asking {
  /** Whoever asks comes again by themselves: it is said once. */
  once?: boolean;
  /** The page is being left: said once, and it outlives the page. */
  parting?: boolean;
}

/**
 * What somebody does with their personal link outside the room, days before or after. No line is opened, nobody becomes
 * present. Nothing here rejects; paths begin behind `/api/v1/sessions/<id>/seat`.
 */
export interface SeatApi {
  readonly sessionId: SessionId;
  readonly seatId: SeatId;
  /** The seat's own document. */
  document(asking?: Asking): Promise<SeatAnswer<SeatView>>;
  /** Says a command, again under the same id while nobody answers, for half a minute at most. */
  send(command: Command, sending?: Sending): Promise<SeatAnswer<undefined>>;
  /** Any other question; answers with the JSON that came, undefined when none did. */
  ask(method: string, path: string, body?: unknown, asking?: Asking): Promise<SeatAnswer<unknown>>;
  /** Puts bytes as they are; answers with the JSON that came. */
  upload(path: string, bytes: Blob, transfer?: Transfer): Promise<SeatAnswer<unknown>>;
  /** Fetches bytes that only this seat may have. */
  fetchFile(path: string, transfer?: Transfer): Promise<SeatAnswer<Blob>>;
}

/** What a seat's questions go through. */
export interface SeatApiParts {
  fetch: typeof fetch;
  makeRequest(): XMLHttpRequest;
  makeId(): string;
  /** Resolves after some milliseconds, earlier when called off. */
  wait(ms: number, signal: AbortSignal | undefined): Promise<void>;
}

const wait = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, ms);
    signal?.addEventListener('abort', over);
  });

const BROWSER: SeatApiParts = {
  fetch: (...request) => fetch(...request),
  makeRequest: () => new XMLHttpRequest(),
  makeId: randomId,
  wait,
};

/** A server that restarts is back within the first few; a longer outage is told to the person. */
const PAUSES_MS = [500, 1_500, 4_000, 8_000, 15_000];

/** Speaks for one seat. */
export function createSeatApi({ sessionId, seatId, secret }: SeatTicket, parts: SeatApiParts = BROWSER): SeatApi {
  const base = `/api/v1/sessions/${sessionId}/seat`;
  const authorization = `Bearer ${seatId}.${secret}`;

  const request = async (method: string, path: string, body: unknown, more: RequestInit): Promise<Asked> => {
    const headers = { authorization, ...(body !== undefined && { 'content-type': 'application/json' }) };
    const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }), ...more };
    const response = await parts.fetch(base + path, init).catch(() => undefined);
    if (!response) return refusalOf(more.signal?.aborted ? 'stopped' : 'unreachable');
    return response.ok ? { ok: true, response } : refusalFrom(response.status, await jsonOf(response));
  };

  const ask: SeatApi['ask'] = async (method, path, body, { signal } = {}) => {
    const asked = await request(method, path, body, signal ? { signal } : {});
    if (!asked.ok) return asked;
    const value = await jsonOf(asked.response);
    // Called off while the answer was being read: there is none.
    return signal?.aborted ? refusalOf('stopped') : { ok: true, value };
  };

  return {
    ...{ sessionId, seatId, ask },
    document: async (asking) => {
      const asked = await ask('GET', '', undefined, asking);
      // A line that broke while the document was on its way brought none.
      return asked.ok && asked.value === undefined ? refusalOf('unreachable') : (asked as SeatAnswer<SeatView>);
    },
    send: async (command, { signal, once, parting } = {}) => {
      const envelope: CommandEnvelope = { id: parts.makeId() as CommandId, command };
      const post = () =>
        request('POST', '/commands', envelope, { ...(signal && { signal }), ...(parting && { keepalive: true }) });
      return said(await (once || parting ? post() : patiently(post, parts.wait, signal)));
    },
    upload: (path, bytes, transfer) =>
      putWithProgress(parts.makeRequest(), base + path, authorization, bytes, transfer),
    fetchFile: async (path, { signal, progress } = {}) => {
      const asked = await request('GET', path, undefined, signal ? { signal } : {});
      if (!asked.ok) return asked;
      const bytes = await readWithProgress(asked.response, progress).catch(() => undefined);
      return bytes ? { ok: true, value: bytes } : refusalOf(signal?.aborted ? 'stopped' : 'unreachable');
    },
  };
}

/** The seat of this tab: from the link in the address, or the one it came with earlier. Undefined without one. */
export function ownSeat(): SeatTicket | undefined {
  const ticket = ticketFromAddress();
  return ticket && ticket.seatId !== 'guest' ? (ticket as SeatTicket) : undefined;
}

type Asked = { ok: true; response: Response } | SeatRefusal;

/** Asks again while nobody answers or the server asks to wait. */
async function patiently(
  post: () => Promise<Asked>,
  wait: SeatApiParts['wait'],
  signal: AbortSignal | undefined,
): Promise<Asked> {
  let asked = await post();
  for (const pause of PAUSES_MS) {
    if (asked.ok || (asked.problem !== 'unreachable' && asked.problem !== 'too-many')) return asked;
    await wait(pause, signal);
    if (signal?.aborted) return refusalOf('stopped');
    asked = await post();
  }
  return asked;
}

async function said(asked: Asked): Promise<SeatAnswer<undefined>> {
  if (!asked.ok) return asked;
  const reply = (await jsonOf(asked.response)) as Reply | undefined;
  if (!reply) return refusalOf('unreachable');
  return reply.ok ? { ok: true, value: undefined } : refusalOf('refused', reply.rejection);
}

const jsonOf = (response: Response): Promise<unknown> => response.json().catch(() => undefined);
