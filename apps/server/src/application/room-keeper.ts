import { randomInt } from 'node:crypto';
import type { Instant, SeatId, ServiceStatus, SessionId, VideoKey, VideoTokenReply } from '@werkraum/protocol';
import type { Session } from '../domain/session.ts';
import type { Clock } from '../ports/clock.ts';
import type { VideoRoomName, VideoRooms } from '../ports/video-rooms.ts';
import { eachInParallel } from './in-parallel.ts';
import type { Report } from './report.ts';
import { createRoomNames } from './room-names.ts';
import { expelledSeats, rightsIn } from './room-plan.ts';
import { createRoomPulse } from './room-pulse.ts';
import { createSessionRooms, type SessionRooms } from './session-rooms.ts';

/** Where LiveKit's signalling is reached on Werkraum's own server. */
export const VIDEO_PATH = '/livekit';

/** A room that was opened so recently is not opened again for the next token. */
const FRESH_MS = 1_000;

export interface RoomKeeperParts {
  rooms: VideoRooms;
  clock: Clock;
  /** Names of video rooms are made from it; stays with the installation. */
  roomSecret: string;
  report: Report;
  /** From 0 to below 1. */
  random?: () => number;
}

/**
 * Makes the video server match where everybody belongs. Everything is recomputed from state, nothing waits for it:
 * no command, no phase, no page.
 */
export interface RoomKeeper {
  /** A session's newest durable state: after every commit, at start for each session, `undefined` when deleted. */
  watch(sessionId: SessionId, session: Session | undefined): void;
  /** Called once every session that is under way is watched: rooms nobody wants any more are closed from then on. */
  start(): void;
  /** A ticket for the room of now or of next. Takes as long as the video server, at most a few seconds. */
  issueToken(sessionId: SessionId, seatId: SeatId, key: VideoKey): Promise<VideoTokenReply>;
  /** Whether this seat may be in this room at this moment, by a token issued at that instant. */
  maySignal(seatId: SeatId, room: VideoRoomName, issuedAt: Instant): boolean;
  /** Whose room it is, while it is wanted. */
  sessionOf(room: VideoRoomName): SessionId | undefined;
  /** The video server says that something happened. */
  hint(hint: { room: VideoRoomName; event: string }): void;
  /** How many video rooms are wanted now. */
  roomCount(): number;
  health(): ServiceStatus['video'];
  onHealth(listen: (health: ServiceStatus['video']) => void): () => void;
  /** Called when a seat's connections must end at once: it was removed, or its link replaced. */
  onExpelled(listen: (sessionId: SessionId, seatId: SeatId) => void): void;
  stop(): void;
}

export function createRoomKeeper(parts: RoomKeeperParts): RoomKeeper {
  const { rooms, clock, report, random = () => randomInt(1_000) / 1_000 } = parts;
  const names = createRoomNames(parts.roomSecret);
  const sessions = new Map<SessionId, SessionRooms>();
  const expelledAt = new Map<string, Instant>();
  const opening = new Map<VideoRoomName, { at: Instant; done: Promise<void> }>();
  const expelledListeners: ((sessionId: SessionId, seatId: SeatId) => void)[] = [];
  const ofSeat = (sessionId: SessionId, seatId: SeatId) => `${sessionId} ${seatId}`;

  const pulse = createRoomPulse({
    rooms,
    clock,
    report,
    random,
    needed: () => sessions.size > 0,
    async sweep(existing) {
      await eachInParallel([...sessions.values()], (session) => session.sweep(existing));
      await eachInParallel([...existing].filter(isOrphan), (room) => rooms.close(room)).catch(failed);
      for (const [sessionId, session] of sessions) if (session.idle()) forget(sessionId, session);
    },
  });

  const isOrphan = (room: VideoRoomName): boolean =>
    names.isOurs(room) && ![...sessions.values()].some((session) => session.holds(room));

  function failed(error: unknown): void {
    report(error, 'keeping video rooms');
    pulse.soon();
  }

  function forget(sessionId: SessionId, session: SessionRooms): void {
    session.stop();
    sessions.delete(sessionId);
    for (const id of expelledAt.keys()) if (id.startsWith(`${sessionId} `)) expelledAt.delete(id);
  }

  function known(sessionId: SessionId): SessionRooms {
    const found = sessions.get(sessionId);
    if (found) return found;
    const made = createSessionRooms({ rooms, names, clock, report, reachable: pulse.reachable, failed });
    sessions.set(sessionId, made);
    return made;
  }

  function expel(sessionId: SessionId, before: Session | undefined, after: Session | undefined): void {
    for (const seatId of expelledSeats(before, after)) {
      expelledAt.set(ofSeat(sessionId, seatId), clock.now());
      for (const listen of expelledListeners) listen(sessionId, seatId);
    }
  }

  /** Idempotent on the server; many people who move together cost one call. */
  function ensureOpen(room: VideoRoomName): Promise<void> {
    const last = opening.get(room);
    if (last && clock.now() - last.at < FRESH_MS) return last.done;
    const done = rooms.open(room);
    const mine = { at: clock.now(), done };
    opening.set(room, mine);
    const drop = () => void (opening.get(room) === mine && opening.delete(room));
    done.then(() => clock.at(mine.at + FRESH_MS, drop), drop);
    return done;
  }

  async function issueToken(sessionId: SessionId, seatId: SeatId, key: VideoKey): Promise<VideoTokenReply> {
    const kept = sessions.get(sessionId);
    const rightsNow = () => {
      const session = kept?.session();
      return session && rightsIn(session, seatId, key);
    };
    if (!kept || !rightsNow()) return { ok: false, reason: 'not-yours' };
    if (pulse.health() === 'down') return { ok: false, reason: 'video-down' };
    const room = names.nameOf(sessionId, key);
    try {
      await ensureOpen(room);
    } catch (error) {
      failed(error);
      return { ok: false, reason: 'video-down' };
    }
    kept.opened(room);
    // The world may have moved on while the video server was thinking.
    const rights = rightsNow();
    if (!rights) return { ok: false, reason: 'not-yours' };
    const name = kept.session()?.people.seats[seatId]?.name ?? '';
    return { ok: true, path: VIDEO_PATH, token: await rooms.token(room, seatId, name, rights) };
  }

  const sessionOf = (room: VideoRoomName): SessionId | undefined =>
    [...sessions].find(([, session]) => session.plan().has(room))?.[0];

  return {
    watch(sessionId, session) {
      const kept = known(sessionId);
      expel(sessionId, kept.session(), session);
      kept.follow(session);
      if (kept.idle()) forget(sessionId, kept);
      else pulse.wake();
    },
    start: pulse.start,
    issueToken,
    maySignal(seatId, room, issuedAt) {
      const sessionId = sessionOf(room);
      if (!sessionId || !sessions.get(sessionId)?.plan().get(room)?.guests.has(seatId)) return false;
      return issuedAt > (expelledAt.get(ofSeat(sessionId, seatId)) ?? Number.NEGATIVE_INFINITY);
    },
    sessionOf,
    hint({ room, event }) {
      const sessionId = sessionOf(room);
      if (sessionId) sessions.get(sessionId)?.hint(room, event === 'room_finished');
    },
    roomCount: () => [...sessions.values()].reduce((sum, session) => sum + session.plan().size, 0),
    health: pulse.health,
    onHealth: pulse.onHealth,
    onExpelled: (listen) => void expelledListeners.push(listen),
    stop() {
      pulse.stop();
      for (const session of sessions.values()) session.stop();
    },
  };
}
