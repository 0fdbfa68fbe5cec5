import type { Instant, SeatId } from '@werkraum/protocol';
import { videoKeysOf } from '../domain/places.ts';
import { seatOf } from '../domain/seats.ts';
import type { Session } from '../domain/session.ts';
import type { Clock } from '../ports/clock.ts';
import type { VideoGuest, VideoRoomName, VideoRooms } from '../ports/video-rooms.ts';
import { eachInParallel } from './in-parallel.ts';
import type { Report } from './report.ts';
import type { RoomNames } from './room-names.ts';
import {
  expelledSeats,
  mutedSeats,
  type RoomPlan,
  roomPlan,
  sameGuests,
  samePlan,
  sameRights,
  type WantedRoom,
} from './room-plan.ts';
import { createWakeups } from './wakeups.ts';
import { createWorkOff } from './work-off.ts';

/** Whoever moves on may stay so long in the room behind, so that nobody hears a gap while the next one comes up [VI-5]. */
const LINGER_MS = 3_000;
/** A connection that was under way when somebody was put out shows up later than the first look. */
const LOOK_AGAIN_MS = 1_000;
/** Muting somebody later than this would surprise more than help. */
const MUTE_WITHIN_MS = 10_000;
/** Hints about one room lead to two looks in this time, the first at once. */
const HINT_PAUSE_MS = 500;

export interface SessionRoomsParts {
  rooms: VideoRooms;
  names: RoomNames;
  clock: Clock;
  report: Report;
  /** False while the video server is known not to answer: nothing is tried. */
  reachable: () => boolean;
  /** Something could not be done; it is still to do when `sweep` comes. */
  failed: (error: unknown) => void;
}

/** Makes the video rooms of one session what its newest state wants. One thing at a time; the newest state wins. */
export interface SessionRooms {
  follow(session: Session | undefined): void;
  session(): Session | undefined;
  plan(): RoomPlan;
  /** Looks at everything, given the rooms that exist. Never rejects; failures go to `failed`. */
  sweep(existing: ReadonlySet<VideoRoomName>): Promise<void>;
  /** Something may have happened in a room; `gone`: it is said to be there no more. */
  hint(room: VideoRoomName, gone: boolean): void;
  /** A room was opened on the way, for a token. */
  opened(room: VideoRoomName): void;
  /** Whether a room belongs to this session: wanted, or about to be closed. */
  holds(room: VideoRoomName): boolean;
  /** Nothing wanted and nothing left to close. */
  idle(): boolean;
  stop(): void;
}

export function createSessionRooms(parts: SessionRoomsParts): SessionRooms {
  const { rooms, names, clock, report } = parts;
  let session: Session | undefined;
  let plan: RoomPlan = new Map();
  const open = new Set<VideoRoomName>();
  const toLookAt = new Set<VideoRoomName>();
  const hinted = new Set<VideoRoomName>();
  const closing = new Map<VideoRoomName, Instant>();
  const toMute = new Map<SeatId, Instant>();
  // Both by room and seat.
  const leaving = new Map<string, Instant>();
  const toPutOut = new Map<string, { room: VideoRoomName; seatId: SeatId }>();
  const pair = (room: VideoRoomName, seatId: SeatId) => `${room} ${seatId}`;

  const wakeups = createWakeups(clock);
  const isDue = (at: Instant): boolean => at <= clock.now();
  const missing = () => [...plan.keys()].filter((room) => !open.has(room));
  const overdue = () => [...closing].filter(([, at]) => isDue(at)).map(([room]) => room);
  const hasWork = () => missing().length + toPutOut.size + toMute.size + toLookAt.size + overdue().length > 0;

  const lookLater = (room: VideoRoomName, ms: number) =>
    wakeups.after(ms, () => {
      toLookAt.add(room);
      kick();
    });

  function adopt(next: RoomPlan): void {
    const lingerMs = session ? LINGER_MS : 0;
    for (const [room, { guests }] of plan) {
      const wanted = next.get(room);
      if (!wanted) retire(room, lingerMs);
      else if (!sameGuests(guests, wanted.guests)) depart(room, guests, wanted.guests);
    }
    for (const room of next.keys()) closing.delete(room);
    plan = next;
  }

  function retire(room: VideoRoomName, lingerMs: number): void {
    closing.set(room, clock.now() + lingerMs);
    wakeups.after(lingerMs, kick);
  }

  function depart(room: VideoRoomName, before: WantedRoom['guests'], after: WantedRoom['guests']): void {
    toLookAt.add(room);
    const movers = [...before.keys()].filter((seatId) => !after.has(seatId));
    for (const seatId of movers) leaving.set(pair(room, seatId), clock.now() + LINGER_MS);
    if (movers.length > 0) lookLater(room, LINGER_MS);
  }

  /** Out of every room at once, wherever they may be: here nobody lingers. */
  function putOut(seatIds: readonly SeatId[]): void {
    for (const room of [...plan.keys(), ...closing.keys()]) {
      for (const seatId of seatIds) {
        leaving.delete(pair(room, seatId));
        toPutOut.set(pair(room, seatId), { room, seatId });
      }
      if (seatIds.length > 0) lookLater(room, LOOK_AGAIN_MS);
    }
  }

  function kick(): void {
    if (parts.reachable()) void work.run();
  }

  const openMissing = () =>
    eachInParallel(missing(), async (room) => {
      await rooms.open(room);
      open.add(room);
    });

  const removeExpelled = () =>
    eachInParallel([...toPutOut], async ([id, { room, seatId }]) => {
      await rooms.remove(room, seatId);
      toPutOut.delete(id);
    });

  const muteSome = () =>
    eachInParallel([...toMute], async ([seatId, until]) => {
      const key = session && videoKeysOf(session, seatId).now;
      if (session && key && !isDue(until)) await rooms.mute(names.nameOf(session.id, key), seatId);
      toMute.delete(seatId);
    });

  const lookAtSome = () =>
    eachInParallel([...toLookAt], async (room) => {
      const guests = plan.has(room) ? await rooms.guests(room) : [];
      // Before the corrections: a change that comes while they are made asks for another look.
      toLookAt.delete(room);
      await eachInParallel(guests, (guest) => correct(room, guest));
    });

  const closeOverdue = () =>
    eachInParallel(overdue(), async (room) => {
      await rooms.close(room);
      closing.delete(room);
      open.delete(room);
    });

  /** Judged by the newest state, which may be newer than the look. */
  async function correct(room: VideoRoomName, { seatId, publish }: VideoGuest): Promise<void> {
    const wanted = plan.get(room);
    const rights = wanted?.guests.get(seatId);
    if (!wanted) return;
    if (rights) return sameRights(rights, publish) ? undefined : rooms.permit(room, seatId, rights);
    const mayStayUntil = leaving.get(pair(room, seatId));
    if (mayStayUntil !== undefined && !isDue(mayStayUntil)) return;
    leaving.delete(pair(room, seatId));
    if (!session || !seatOf(session, seatId)) report(new Error('somebody without a seat was in a video room'));
    await rooms.remove(room, seatId);
  }

  const steps = [openMissing, removeExpelled, muteSome, lookAtSome, closeOverdue];
  const work = createWorkOff({ hasWork, steps, failed: parts.failed });

  return {
    follow(next) {
      const before = session;
      session = next;
      for (const seatId of mutedSeats(before, next)) toMute.set(seatId, clock.now() + MUTE_WITHIN_MS);
      if (!samePlan(before, next)) adopt(roomPlan(next, names));
      if (next) putOut(expelledSeats(before, next));
      kick();
    },
    session: () => session,
    plan: () => plan,
    async sweep(existing) {
      if (work.busy()) await work.run();
      open.clear();
      for (const room of existing) open.add(room);
      for (const room of plan.keys()) toLookAt.add(room);
      for (const [id, until] of leaving) if (isDue(until)) leaving.delete(id);
      await work.run();
    },
    hint(room, gone) {
      if (!plan.has(room)) return;
      if (gone) open.delete(room);
      if (!hinted.has(room)) {
        hinted.add(room);
        toLookAt.add(room);
        lookLater(room, HINT_PAUSE_MS);
        wakeups.after(HINT_PAUSE_MS, () => void hinted.delete(room));
      }
      kick();
    },
    opened(room) {
      open.add(room);
      if (plan.has(room)) return;
      closing.set(room, clock.now());
      kick();
    },
    holds: (room) => plan.has(room) || closing.has(room),
    idle: () => plan.size === 0 && closing.size === 0 && !work.busy(),
    stop: wakeups.stop,
  };
}
