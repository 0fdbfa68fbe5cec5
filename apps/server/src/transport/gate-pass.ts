import type { IncomingMessage } from 'node:http';
import type { Instant, SeatId } from '@werkraum/protocol';
import { jwtVerify } from 'jose';
import type { VideoRoomName } from '../ports/video-rooms.ts';

/** Where LiveKit's signalling is reached on Werkraum's own server. */
const GATE_PATH = '/livekit';

/** Everything a LiveKit client asks for while it connects; nothing else of LiveKit is to be had here. */
const SIGNAL_PATHS: ReadonlySet<string> = new Set(['/rtc', '/rtc/validate', '/rtc/v1', '/rtc/v1/validate']);

/**
 * `access_token` travels in a header from here on, where no access log writes it down. `publish` would let the holder in
 * a second time under another identity.
 */
const PARAMETERS_KEPT_BACK = ['access_token', 'publish'];

/** What a client asks LiveKit for, with the token it shows. */
export interface SignalRequest {
  /** Path and query for LiveKit. */
  target: string;
  token: string;
}

/** What a verified token says. */
export interface Pass {
  seatId: SeatId;
  room: VideoRoomName;
  issuedAt: Instant;
}

/** Reads a request below `GATE_PATH`; `elsewhere` when it is none of the gate's business. */
export function readSignalRequest(request: IncomingMessage): SignalRequest | 'greeting' | 'no-such-path' | 'elsewhere' {
  const url = parse(request.url);
  if (!url) return 'elsewhere';
  if (url.pathname === GATE_PATH || url.pathname === `${GATE_PATH}/`) return 'greeting';
  if (!url.pathname.startsWith(`${GATE_PATH}/rtc`)) return 'elsewhere';
  const path = url.pathname.slice(GATE_PATH.length);
  if (!SIGNAL_PATHS.has(path)) return 'no-such-path';
  const token = shownToken(request, url);
  for (const name of PARAMETERS_KEPT_BACK) url.searchParams.delete(name);
  return { target: `${path}${url.search}`, token };
}

/** The header counts before the query, as it does for LiveKit; only what was verified here goes on from here. */
function shownToken({ headers }: IncomingMessage, url: URL): string {
  const { authorization } = headers;
  if (authorization !== undefined) return authorization.replace(/^Bearer /, '');
  return url.searchParams.get('access_token') ?? '';
}

/** A function that says whom a token is for; undefined for one that Werkraum or LiveKit did not sign for joining a room. */
export function createPassReader({ apiKey, apiSecret }: { apiKey: string; apiSecret: string }) {
  const secret = new TextEncoder().encode(apiSecret);
  const rules = { algorithms: ['HS256'], issuer: apiKey, requiredClaims: ['exp', 'sub'], clockTolerance: 10 };
  return async (token: string): Promise<Pass | undefined> => {
    try {
      const { payload } = await jwtVerify<{ video?: { roomJoin?: unknown; room?: unknown } }>(token, secret, rules);
      const { sub, video, nbf = 0 } = payload;
      if (!sub || video?.roomJoin !== true || typeof video.room !== 'string') return undefined;
      return { seatId: sub as SeatId, room: video.room as VideoRoomName, issuedAt: nbf * 1_000 };
    } catch {
      return undefined; // Forged, expired or no token at all.
    }
  };
}

const parse = (url: string | undefined): URL | undefined =>
  URL.canParse(url ?? '', 'http://gate') ? new URL(url ?? '', 'http://gate') : undefined;
