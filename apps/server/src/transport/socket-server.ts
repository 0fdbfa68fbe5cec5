import type { Server as HttpServer } from 'node:http';
import {
  Audience,
  type ClientToServer,
  type Farewell,
  type ServerToClient,
  Spoke,
  type VideoTokenReply,
  VideoTokenRequest,
} from '@werkraum/protocol';
import type { RequestHandler } from 'express';
import { type DefaultEventsMap, Server } from 'socket.io';
import type { House } from '../application/house.ts';
import type { NotesRoom } from '../application/notes-room.ts';
import type { Presence } from '../application/presence.ts';
import type { Report } from '../application/report.ts';
import type { RoomKeeper } from '../application/room-keeper.ts';
import type { ServiceBoard } from '../application/service-status.ts';
import type { Speaking } from '../application/speaking.ts';
import type { Clock } from '../ports/clock.ts';
import type { Trusts } from './addresses.ts';
import { createBalanceFeed } from './balance-feed.ts';
import { acceptCommands, answer } from './command-channel.ts';
import { FLOOD_LIMITS, type FloodLimits, limitFlood } from './flood-guard.ts';
import { createHandshake, forgetHandshake } from './handshake.ts';
import { createLine } from './line.ts';
import type { Metrics } from './metrics.ts';
import { acceptNotes } from './notes-channel.ts';
import type { Welcomes } from './origins.ts';
import { createReactionFeed } from './reaction-feed.ts';
import { createSeatRegistry } from './seat-registry.ts';
import { createSliceFeed } from './slice-feed.ts';
import { createTokenBucket } from './token-bucket.ts';
import type { Proven, SeatSocket } from './typed-socket.ts';
import { createWriteBatch } from './write-batch.ts';

export interface SocketServerParts {
  http: HttpServer;
  house: House;
  presence: Presence;
  speaking: Speaking;
  notes: NotesRoom;
  service: ServiceBoard;
  clock: Clock;
  report: Report;
  metrics: Metrics;
  trusts: Trusts;
  isWelcome: Welcomes;
  issueToken: RoomKeeper['issueToken'];
  /** Sets the strict headers every answer carries. */
  headers: readonly RequestHandler[];
  floodLimits?: FloodLimits | undefined;
  /** Beyond these nobody is let in. */
  maxConnections?: number | undefined;
}

export interface SocketServer {
  /** How many seats are connected. */
  connections(): number;
  /** Says goodbye to everybody and closes. */
  close(): Promise<void>;
}

/** Clients tell every ten seconds, and once more when they go elsewhere or come back. */
const SPOKE_PER_SECOND = 0.5;
const SPOKE_BURST = 8;
const MAX_MESSAGE_BYTES = 64 * 1024;

const OPTIONS = {
  transports: ['websocket', 'polling'] as ('websocket' | 'polling')[],
  maxHttpBufferSize: MAX_MESSAGE_BYTES,
  perMessageDeflate: false,
  httpCompression: false,
  serveClient: false,
  // Upgrades that are not Socket.IO's belong to the video gate, or are closed by the server.
  destroyUpgrade: false,
  connectTimeout: 10_000,
  pingInterval: 10_000,
  pingTimeout: 8_000,
} as const;

/** The wire: proves seats, takes commands, feeds slices. Connection state recovery stays off; every reconnect is proven anew. */
export function createSocketServer(parts: SocketServerParts): SocketServer {
  const { http, house, presence, speaking, notes, service, clock, report, metrics } = parts;
  const io = new Server<ClientToServer, ServerToClient, DefaultEventsMap, Proven>(http, {
    ...OPTIONS,
    allowRequest: (request, decide) => decide(null, parts.isWelcome(request)),
  });
  // Polling answers do not pass through the pages' routes.
  for (const headers of parts.headers) io.engine.use(headers);
  const seats = createSeatRegistry();
  const batch = createWriteBatch();
  /** Patches times receivers, by the way they took (see `line.ts`). */
  const deliveries = { direct: 0, stock: 0 };
  const onRejected = (rejection: string) => metrics.rejected.inc({ code: rejection });
  const feed = createSliceFeed({ house, clock, farewell, onBroadcast });
  house.onCommitted(feed.committed);
  const balance = createBalanceFeed({ house, speaking, clock });
  house.onCommitted(balance.committed);
  const reactions = createReactionFeed({ house, clock });
  house.onDeleted(feed.dismiss);
  service.onChange((status) => io.emit('service', status));
  metrics.totals('werkraum_patch_deliveries_total', 'Patches times receivers', 'way', () => deliveries);
  metrics.gauge('werkraum_sockets', 'Open connections', () => io.engine.clientsCount);

  io.use(
    createHandshake({
      house,
      seats,
      report,
      trusts: parts.trusts,
      onRefused: (refusal) => metrics.refused.inc({ code: refusal }),
      isFull: () => io.engine.clientsCount > (parts.maxConnections ?? Number.POSITIVE_INFINITY),
    }),
  );
  io.on('connection', welcome);

  function welcome(socket: SeatSocket): void {
    const { sessionId, seatId } = socket.data;
    forgetHandshake(socket);
    const line = createLine(socket, batch);
    const replaced = seats.take(socket);
    const { arrived, disconnect } = presence.connect(sessionId, seatId);
    socket.on('disconnect', () => {
      seats.release(socket);
      disconnect();
    });
    if (replaced) farewell(replaced, 'taken-over');
    listen(socket);
    socket.emit('service', service.now());
    // The first documents a person sees are those of somebody who has arrived.
    void arrived.then(() => {
      feed.join(socket, line);
      balance.join(socket);
      reactions.join(socket);
    });
  }

  function onBroadcast(bytes: number, receivers: number, direct: number): void {
    metrics.patchBytes.observe(bytes);
    deliveries.direct += direct;
    deliveries.stock += receivers - direct;
  }

  function listen(socket: SeatSocket): void {
    limitFlood(socket, { clock, limits: parts.floodLimits ?? FLOOD_LIMITS, onRejected, farewell });
    acceptCommands(socket, { handle: house.handle, report, onRejected });
    socket.on('resync', (input: unknown) => {
      const audience = Audience.safeParse(input);
      if (audience.success) feed.resync(socket, audience.data);
    });
    hearSpeaking(socket);
    acceptNotes(socket, { notes, clock, report });
    socket.on('time', (ack: unknown) => answer(ack, clock.now()));
    socket.on('video-token', (input: unknown, ack: unknown) => {
      void token(socket, input).then((reply) => answer(ack, reply));
    });
  }

  function hearSpeaking(socket: SeatSocket): void {
    const { sessionId, seatId } = socket.data;
    const mayTell = createTokenBucket(clock, SPOKE_PER_SECOND, SPOKE_BURST);
    socket.on('spoke', (input: unknown) => {
      const spoke = Spoke.safeParse(input);
      if (spoke.success && mayTell()) speaking.hear(sessionId, seatId, spoke.data);
    });
  }

  async function token(socket: SeatSocket, input: unknown): Promise<VideoTokenReply> {
    const request = VideoTokenRequest.safeParse(input);
    if (!request.success) return { ok: false, reason: 'malformed' };
    const { sessionId, seatId } = socket.data;
    return parts.issueToken(sessionId, seatId, request.data.key).catch((error: unknown) => {
      report(error, `issuing a video token in session ${sessionId}`);
      return { ok: false, reason: 'video-down' };
    });
  }

  function farewell(socket: SeatSocket, reason: Farewell): void {
    metrics.farewells.inc({ reason });
    socket.emit('farewell', reason);
    // Whoever does not read cannot be told; waiting for it to take what is queued would keep it for ever.
    const { conn } = socket;
    socket.disconnect(reason !== 'too-slow');
    if (reason === 'too-slow') conn.close(true);
  }

  return {
    connections: () => io.of('/').sockets.size,
    async close() {
      balance.stop();
      reactions.stop();
      io.emit('farewell', 'server-stopping');
      await io.close();
    },
  };
}
