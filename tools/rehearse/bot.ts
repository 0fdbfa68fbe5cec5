import { randomUUID } from 'node:crypto';
import { setTimeout as pass } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import {
  type Audience,
  applyMergePatch,
  type ClientToServer,
  type Command,
  type FacilitatorsView,
  type Json,
  type LinkTicket,
  makeSecret,
  PROTOCOL_VERSION,
  type Rejection,
  type Reply,
  type RoomView,
  type SeatView,
  type ServerToClient,
  type SessionView,
  type SliceMessage,
  type StaffView,
} from '@werkraum/protocol';
import { io, type Socket } from 'socket.io-client';
import type { Tally } from './tally.ts';

/** How long a bot waits for what it expects to see. */
const PATIENCE_MS = 30_000;

/** Somebody who takes part over the public wire, as a browser would. */
export interface Bot {
  readonly name: string;
  session(): SessionView;
  you(): SeatView;
  staff(): StaffView | undefined;
  facilitators(): FacilitatorsView | undefined;
  /** The document of the table where this bot is. */
  room(): RoomView | undefined;
  /** Ids of all announcements this bot was ever shown. */
  announced(): ReadonlySet<string>;
  /** The server's instant, as far as one round trip can tell. */
  now(): number;
  /** Resolves at this instant of the server, at once if it is past. */
  pastInstant(at: number): Promise<void>;
  ask(command: Command): Promise<Reply>;
  /** Resolves when the condition holds; rejects, saying what was awaited, when it does not come about. */
  until(what: string, condition: () => boolean): Promise<void>;
  /** Asks for the whole document anew and says whether it is what the patches had built. Nothing may change meanwhile. */
  converged(audience: Audience): Promise<boolean>;
  videoToken(key: NonNullable<SeatView['video']['now']>): Promise<{ path: string; token: string } | undefined>;
  leave(): void;
  hasLeft(): boolean;
}

/** Connects with a personal link's ticket and resolves when the seat's own document has arrived. */
export async function connectBot(url: string, ticket: LinkTicket, name: string, tally: Tally): Promise<Bot> {
  const { sessionId, seatId, secret } = ticket;
  const socket: Socket<ServerToClient, ClientToServer> = io(url, {
    transports: ['websocket'],
    forceNew: true,
    auth: { protocol: PROTOCOL_VERSION, sessionId, seatId, secret, tabId: makeSecret() },
  });
  const held = new Map<Audience, { revision: number; doc: Json }>();
  const snapshots = new Map<Audience, number>();
  const announced = new Set<string>();
  const watchers = new Set<() => void>();
  let left = false;
  const notify = () => {
    for (const watcher of watchers) watcher();
  };
  socket.on('slice', (message) => {
    if (message.kind === 'snapshot') snapshots.set(message.audience, (snapshots.get(message.audience) ?? 0) + 1);
    if (receive(held, message) === 'gap') {
      tally.gaps += 1;
      socket.emit('resync', message.audience);
    }
    for (const id of announcedIn(message.audience, held.get(message.audience)?.doc)) announced.add(id);
    notify();
  });
  socket.on('farewell', (reason) => tally.farewells.push(`${name}: ${reason}`));
  socket.on('connect_error', (error) => tally.farewells.push(`${name}: ${error.message}`));

  const doc = <View>(audience: Audience) => held.get(audience)?.doc as View | undefined;
  const you = () => need(doc<SeatView>(`seat:${seatId}`), `${name} has no seat document`);
  const until = (what: string, condition: () => boolean) => wait(watchers, `${name}: ${what}`, condition);
  await until('in', () => held.has(`seat:${seatId}` as Audience));
  const offsetMs = await clockOffset(socket);
  const now = () => Date.now() + offsetMs;

  return {
    name,
    you,
    until,
    session: () => need(doc<SessionView>('session'), `${name} is not admitted`),
    staff: () => doc<StaffView>('staff'),
    facilitators: () => doc<FacilitatorsView>('facilitators'),
    room: () => doc<RoomView>(`room:${you().place}`),
    announced: () => announced,
    now,
    pastInstant: (at) => pass(Math.max(0, at - now())),
    async ask(command) {
      const startedAt = performance.now();
      const reply: Reply = await socket.timeout(PATIENCE_MS).emitWithAck('command', {
        id: randomUUID() as Parameters<ClientToServer['command']>[0]['id'],
        command,
      });
      tally.latencies.push(performance.now() - startedAt);
      if (!reply.ok) countRejection(tally, reply.rejection);
      return reply;
    },
    async converged(audience) {
      const before = held.get(audience);
      const seen = snapshots.get(audience) ?? 0;
      socket.emit('resync', audience);
      await until(`${audience} again`, () => (snapshots.get(audience) ?? 0) > seen);
      const after = held.get(audience);
      return before?.revision === after?.revision && isDeepStrictEqual(before?.doc, after?.doc);
    },
    async videoToken(key) {
      const reply = await socket.timeout(PATIENCE_MS).emitWithAck('video-token', { key });
      return reply.ok ? reply : undefined;
    },
    leave() {
      left = true;
      socket.disconnect();
      notify();
    },
    hasLeft: () => left,
  };
}

// What facilitators hold about announcements is a list of all of them, not something they were shown.
function announcedIn(audience: Audience, doc: Json | undefined): string[] {
  if (audience === 'facilitators') return [];
  return Object.keys((doc as { announcements?: Record<string, Json> } | undefined)?.announcements ?? {});
}

/** How far the server's clock is ahead of this program's, in ms, from one round trip. */
async function clockOffset(socket: Socket<ServerToClient, ClientToServer>): Promise<number> {
  const sentAt = Date.now();
  const serverNow = await socket.timeout(PATIENCE_MS).emitWithAck('time');
  return Math.round(serverNow - (sentAt + Date.now()) / 2);
}

function receive(held: Map<Audience, { revision: number; doc: Json }>, message: SliceMessage): 'applied' | 'gap' {
  const { kind, audience } = message;
  if (kind === 'gone') held.delete(audience);
  else if (kind === 'snapshot') held.set(audience, { revision: message.revision, doc: message.doc as Json });
  else {
    const before = held.get(audience);
    // Already asked for the whole: what comes meanwhile is part of it.
    if (before?.revision !== message.base) return before === undefined ? 'applied' : 'gap';
    held.set(audience, { revision: message.revision, doc: applyMergePatch(before.doc, message.patch as Json) });
  }
  return 'applied';
}

function wait(watchers: Set<() => void>, what: string, condition: () => boolean): Promise<void> {
  if (condition()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => {
      watchers.delete(look);
      reject(new Error(`${what}: did not happen within ${PATIENCE_MS / 1_000} s`));
    }, PATIENCE_MS);
    const look = () => {
      if (!condition()) return;
      clearTimeout(limit);
      watchers.delete(look);
      resolve();
    };
    watchers.add(look);
  });
}

function countRejection(tally: Tally, rejection: Rejection): void {
  tally.rejections[rejection] = (tally.rejections[rejection] ?? 0) + 1;
}

function need<Value>(value: Value | undefined, otherwise: string): Value {
  if (value === undefined) throw new Error(otherwise);
  return value;
}
