import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Instant, SeatId, SessionId } from '@werkraum/protocol';
import type { Report } from '../application/report.ts';
import type { VideoRoomName } from '../ports/video-rooms.ts';
import { createPassReader, type Pass, readSignalRequest, type SignalRequest } from './gate-pass.ts';
import { createUpstream, join, refuse } from './gate-proxy.ts';

export interface VideoGateParts {
  /** ws, wss, http or https. */
  livekitUrl: string;
  apiKey: string;
  apiSecret: string;
  /** Whether this seat may be in this video room at this moment, by a token of that age. */
  maySignal: (seatId: SeatId, room: VideoRoomName, issuedAt: Instant) => boolean;
  /** Whose room it is; undefined for a room that is not ours or not in use. */
  sessionOf: (room: VideoRoomName) => SessionId | undefined;
  report: Report;
}

/**
 * Stands before LiveKit's signalling, on Werkraum's own server. LiveKit asks only whether a token is genuine, and renews
 * it for whoever was in; the gate asks at each connection whether the seat may be in that room *now*.
 */
export interface VideoGate {
  /** Answers a plain request; false when it is for somebody else. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  /** Answers a request to upgrade; false when it is for somebody else. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Ends every connection of this seat. */
  cut(sessionId: SessionId, seatId: SeatId): void;
  /** How many connections are open. */
  connections(): number;
  /** Ends all connections. */
  close(): void;
}

const NOT_ALLOWED = 'not allowed';

export function createVideoGate(parts: VideoGateParts): VideoGate {
  const { maySignal, sessionOf, report } = parts;
  const passOf = createPassReader(parts);
  const askLiveKit = createUpstream(parts.livekitUrl);
  const open = new Map<Duplex, Pass & { sessionId: SessionId | undefined }>();

  async function admit({ token }: SignalRequest): Promise<Pass | undefined> {
    const pass = await passOf(token);
    return pass && maySignal(pass.seatId, pass.room, pass.issuedAt) ? pass : undefined;
  }

  async function answer(signal: SignalRequest, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!(await admit(signal))) return say(response, 403, NOT_ALLOWED);
    const given = await askLiveKit(signal, request);
    if (given.kind === 'answered') return say(response, given.answer.statusCode ?? 502, await text(given.answer));
    if (given.kind === 'switched')
      given.socket.destroy(); // Nobody asked for that.
    else report(given.error, 'asking the video server');
    say(response, given.kind === 'failed' ? given.status : 502, 'no video');
  }

  async function connect(signal: SignalRequest, request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const pass = await admit(signal);
    if (!pass) return refuse(socket, 403, NOT_ALLOWED);
    // Known from before LiveKit hears of it: a removal at this very moment still finds the connection.
    open.set(socket, { ...pass, sessionId: sessionOf(pass.room) });
    const gone = new AbortController();
    socket.once('close', () => {
      open.delete(socket);
      gone.abort();
    });
    const given = await askLiveKit(signal, request, gone.signal);
    if (socket.destroyed) return given.kind === 'switched' ? void given.socket.destroy() : undefined;
    if (given.kind === 'switched') {
      if (head.length > 0) given.socket.write(head);
      return join(socket, given);
    }
    if (given.kind === 'answered') return refuse(socket, given.answer.statusCode ?? 502, await text(given.answer));
    report(given.error, 'connecting to the video server');
    refuse(socket, given.status, 'no video');
  }

  return {
    handle(request, response) {
      const signal = readSignalRequest(request);
      if (signal === 'elsewhere') return false;
      if (request.method !== 'GET' && request.method !== 'HEAD') say(response, 405, 'GET only');
      else if (signal === 'greeting') say(response, 200, 'OK');
      else if (signal === 'no-such-path') say(response, 404, 'no such path');
      else
        answer(signal, request, response).catch((error: unknown) => {
          report(error, 'passing a request on to the video server');
          response.destroy();
        });
      return true;
    },
    upgrade(request, socket, head) {
      const signal = readSignalRequest(request);
      if (signal === 'elsewhere') return false;
      socket.on('error', () => socket.destroy());
      if (typeof signal === 'string') refuse(socket, 404);
      else
        connect(signal, request, socket, head).catch((error: unknown) => {
          report(error, 'connecting to the video server');
          socket.destroy();
        });
      return true;
    },
    cut(sessionId, seatId) {
      for (const [socket, pass] of open) {
        if (pass.sessionId === sessionId && pass.seatId === seatId) socket.destroy();
      }
    },
    connections: () => open.size,
    close() {
      for (const socket of open.keys()) socket.destroy();
    },
  };
}

function say(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(body);
}
