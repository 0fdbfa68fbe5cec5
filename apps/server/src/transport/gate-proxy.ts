import { request as httpRequest, type IncomingMessage, type RequestOptions, STATUS_CODES } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Duplex } from 'node:stream';

/** The video server may take this long to answer the first time. */
const ANSWER_MS = 5_000;
/** LiveKit's clients say something every few seconds; a connection quiet for so long is dead. */
const QUIET_MS = 90_000;
const RELAYED_REQUEST_HEADERS = [
  'connection',
  'upgrade',
  'user-agent',
  'sec-websocket-key',
  'sec-websocket-version',
  'sec-websocket-extensions',
  'sec-websocket-protocol',
];
const RELAYED_ANSWER_HEADERS = [
  'connection',
  'upgrade',
  'sec-websocket-accept',
  'sec-websocket-extensions',
  'sec-websocket-protocol',
];

/** What LiveKit said, or how it failed to say anything. */
export type Answer =
  | { kind: 'switched'; answer: IncomingMessage; socket: Duplex; head: Buffer }
  | { kind: 'answered'; answer: IncomingMessage }
  | { kind: 'failed'; status: 502 | 504; error: Error };

/** Passes a request on with a verified token, and nothing of the sender's beyond it; `signal` gives it up. */
export type Upstream = (
  request: { target: string; token: string },
  from: IncomingMessage,
  signal?: AbortSignal,
) => Promise<Answer>;

export function createUpstream(livekitUrl: string): Upstream {
  const base = new URL(livekitUrl.replace(/^ws/, 'http'));
  const send = base.protocol === 'https:' ? httpsRequest : httpRequest;
  const prefix = base.pathname.replace(/\/+$/, '');

  return ({ target, token }, from, signal) =>
    new Promise((resolve) => {
      const headers = headersFor(from, token);
      const options: RequestOptions = { headers, agent: false, timeout: ANSWER_MS, signal };
      const upstream = send(new URL(`${prefix}${target}`, base), options);
      upstream.on('upgrade', (answer, socket, head) => resolve({ kind: 'switched', answer, socket, head }));
      upstream.on('response', (answer) => resolve({ kind: 'answered', answer }));
      upstream.on('timeout', () => {
        const error = new Error('the video server did not answer in time');
        resolve({ kind: 'failed', status: 504, error });
        upstream.destroy(error);
      });
      upstream.on('error', (error) => resolve({ kind: 'failed', status: 502, error }));
      upstream.end();
    });
}

function headersFor(from: IncomingMessage, token: string): Record<string, string> {
  const kept = RELAYED_REQUEST_HEADERS.flatMap((name) => {
    const value = from.headers[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  return { ...Object.fromEntries(kept), authorization: `Bearer ${token}` };
}

/** Joins two ends of one WebSocket; when one goes, so does the other. */
export function join(client: Duplex, { answer, socket, head }: Answer & { kind: 'switched' }): void {
  const lines = RELAYED_ANSWER_HEADERS.flatMap((name) => {
    const value = answer.headers[name];
    return typeof value === 'string' ? [`${name}: ${value}`] : [];
  });
  client.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`);
  if (head.length > 0) client.write(head);
  for (const [one, other] of [
    [client, socket],
    [socket, client],
  ] as const) {
    one.on('error', () => one.destroy()); // Its `close` does the rest.
    one.on('close', () => other.destroy());
    whenQuiet(one, () => one.destroy());
    one.pipe(other);
  }
}

/** Duplex streams of HTTP are sockets (plain or TLS); only those can tell that they are quiet. */
function whenQuiet(stream: Duplex, run: () => void): void {
  if ('setTimeout' in stream && typeof stream.setTimeout === 'function') stream.setTimeout(QUIET_MS, run);
}

/** Answers a request to upgrade in plain HTTP and closes. */
export function refuse(socket: Duplex, status: number, text: string = STATUS_CODES[status] ?? ''): void {
  const body = Buffer.from(text);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'content-type: text/plain; charset=utf-8',
    `content-length: ${body.length}`,
    'connection: close',
  ];
  socket.end(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]));
}
