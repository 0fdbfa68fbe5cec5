import type { VideoKey } from '@werkraum/protocol';
import { latestWins } from './latest-wins.ts';
import type { MediaRoom, RoomEvent } from './media-room.ts';
import { type Preparation, prepareRoom } from './preparation.ts';
import { type JoinFailure, joinRoom, type LinkPorts, type RoomLink } from './room-link.ts';
import { retryDelayMs, wait } from './wait.ts';

/** The video room of the own place, and the one to get ready for. */
export interface Wish {
  now?: VideoKey | undefined;
  next?: VideoKey | undefined;
}

export type Connection =
  | { state: 'off' }
  | { state: 'connecting' }
  | { state: 'connected' }
  | { state: 'reconnecting' }
  /** `retrying`: another try follows by itself. */
  | { state: 'failed'; reason: JoinFailure | 'elsewhere'; retrying: boolean };

export interface SwitcherPorts extends LinkPorts {
  random: () => number;
  /** Told what should never happen. */
  report: (error: unknown) => void;
  /** A room that is about to be shown: what is sent there can be agreed on. */
  ready: (room: MediaRoom | undefined) => void;
  /** The room that people are shown from and own tracks are sent to; none between two rooms. */
  show: (room: MediaRoom | undefined) => void;
  /** An event of the room that is shown. */
  hear: (event: RoomEvent) => void;
  connection: (connection: Connection) => void;
}

export interface RoomSwitcher {
  /** Follow the newest wish. Never throws, never blocks. */
  follow(wish: Wish): void;
  /** Try again now, with a fresh token: after a failure that does not heal by itself, or out of impatience. */
  retry(): void;
  leave(): Promise<void>;
}

/** The old room is left so long after the new one was shown: taking a connection down keeps a weak machine busy. */
const OVERLAP_MS = 1_000;
/** After a loss everybody comes back: spread over this time. */
const RETURN_SPREAD_MS = 1_000;

/**
 * Keeps one connection to the video room where the seat belongs. Changes rooms make-before-break when the next room was
 * announced and could be prepared, else break-before-make. One change at a time, the newest wish wins, and events of a
 * room that is no longer shown are ignored.
 */
export function createRoomSwitcher(ports: SwitcherPorts): RoomSwitcher {
  let newest: Wish = {};
  let current: RoomLink | undefined;
  let prepared: Preparation | undefined;
  let target: { key: VideoKey; abort: AbortController } | undefined;
  let nextTry = new AbortController();
  let lostBefore = false;
  const apply = latestWins(carryOut, ports.report);

  async function carryOut(wish: Wish): Promise<void> {
    if (prepared && prepared.key !== wish.now && prepared.key !== wish.next) dropPrepared();
    if (!wish.now) await beNowhere();
    else if (current?.key !== wish.now) await changeTo(wish.now);
    if (wish === newest && wish.next && wish.next !== wish.now && prepared?.key !== wish.next) {
      prepared = prepareRoom(wish.next, ports, hearLink);
    }
  }

  async function beNowhere(): Promise<void> {
    current?.room.hush();
    await closeOld(current);
    ports.connection({ state: 'off' });
  }

  async function changeTo(key: VideoKey): Promise<void> {
    const old = current;
    old?.room.hush();
    ports.connection({ state: 'connecting' });
    const abort = new AbortController();
    if (newest.now !== key) abort.abort();
    target = { key, abort };
    const ready = await takePrepared(key);
    if (!ready) void closeOld(old);
    const link = ready ?? (await joinWithRetries(key, abort.signal));
    target = undefined;
    if (link && newest.now === key) return swap(link, ready && old);
    link?.room.hush();
    void link?.room.leave();
    ports.ready(undefined);
    await closeOld(old);
  }

  async function closeOld(old: RoomLink | undefined): Promise<void> {
    if (!old || old !== current) return;
    current = undefined;
    ports.show(undefined);
    await Promise.race([old.room.leave(), wait(OVERLAP_MS)]);
  }

  async function takePrepared(key: VideoKey): Promise<RoomLink | undefined> {
    const taken = prepared;
    if (taken?.key !== key) return undefined;
    const link = await taken.take();
    if (prepared === taken) prepared = undefined;
    return link;
  }

  async function joinWithRetries(key: VideoKey, signal: AbortSignal): Promise<RoomLink | undefined> {
    if (lostBefore) await wait(ports.random() * RETURN_SPREAD_MS, signal);
    for (let attempt = 1; !signal.aborted; attempt++) {
      nextTry = new AbortController();
      const joined = await joinRoom(key, ports, hearLink, signal, begin);
      if (joined.ok) return joined.link;
      if (signal.aborted) return undefined;
      const retrying = joined.failure !== 'video-off';
      ports.connection({ state: 'failed', reason: joined.failure, retrying });
      if (!retrying) return undefined;
      await wait(retryDelayMs(attempt, ports.random), nextTry.signal);
    }
    return undefined;
  }

  /** At once and in one go: nobody is waited for at this place. */
  function begin(room: MediaRoom): void {
    room.open();
    ports.ready(room);
  }

  function swap(link: RoomLink, old: RoomLink | undefined): void {
    current = link;
    lostBefore = false;
    link.room.open();
    ports.show(link.room);
    ports.connection({ state: 'connected' });
    if (old) void wait(OVERLAP_MS).then(() => old.room.leave());
  }

  function hearLink(link: RoomLink, event: RoomEvent): void {
    if (link !== current) return;
    if (event.type === 'lost') lose(link, event.reason);
    if (event.type === 'reconnecting') ports.connection({ state: 'reconnecting' });
    if (event.type === 'back') ports.connection({ state: 'connected' });
    ports.hear(event);
  }

  function lose(link: RoomLink, reason: 'elsewhere' | 'lost'): void {
    current = undefined;
    ports.show(undefined);
    void link.room.leave();
    if (reason === 'elsewhere') {
      ports.connection({ state: 'failed', reason, retrying: false });
    } else {
      lostBefore = true;
      follow({ ...newest });
    }
  }

  function dropPrepared(): void {
    prepared?.drop();
    prepared = undefined;
    ports.ready(undefined);
  }

  function follow(wish: Wish): void {
    newest = wish;
    if (target && target.key !== wish.now) {
      target.abort.abort();
      nextTry.abort();
    }
    if (prepared && prepared.key !== wish.now && prepared.key !== wish.next) dropPrepared();
    apply(wish);
  }

  return {
    follow,
    retry: () => {
      nextTry.abort();
      follow({ ...newest });
    },
    leave: async () => {
      const last = current;
      follow({});
      await last?.room.leave();
    },
  };
}
