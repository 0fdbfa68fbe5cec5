import type { Cancel, Clock } from '../ports/clock.ts';
import type { VideoRoomName, VideoRooms } from '../ports/video-rooms.ts';
import type { Report } from './report.ts';

const EVERY_MS = 5_000;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 10_000;
/** Sweeps asked for out of turn come no closer together than this. */
const AT_LEAST_APART_MS = 2_000;
/** One missed answer happens; two in a row are an outage. */
const MISSES_FOR_DOWN = 2;

export interface RoomPulseParts {
  rooms: VideoRooms;
  clock: Clock;
  report: Report;
  /** From 0 to below 1; spreads retries of several houses. */
  random: () => number;
  /** Whether there is anything to look after. */
  needed: () => boolean;
  /** Looks after everything, given the rooms that exist. */
  sweep: (existing: ReadonlySet<VideoRoomName>) => Promise<void>;
}

/**
 * Asks the video server now and then which rooms it has, and so finds out whether it is there. While it is not, this one
 * question is all that is tried, ever more rarely.
 */
export interface RoomPulse {
  /** Nothing is asked before. The first sweep comes at once, needed or not. */
  start(): void;
  /** Goes on if there is anything to look after. */
  wake(): void;
  /** The next sweep comes soon, because something failed. */
  soon(): void;
  /** False from the first missed answer until the next one given. */
  reachable(): boolean;
  health(): 'on' | 'down';
  onHealth(listen: (health: 'on' | 'down') => void): () => void;
  stop(): void;
}

export function createRoomPulse({ rooms, clock, report, random, needed, sweep }: RoomPulseParts): RoomPulse {
  const listeners = new Set<(health: 'on' | 'down') => void>();
  let misses = 0;
  let everSwept = false;
  let sweeping = false;
  let running = false;
  let lastAt = Number.NEGATIVE_INFINITY;
  let next: { at: number; cancel: Cancel } | undefined;
  const health = () => (misses >= MISSES_FOR_DOWN ? 'down' : 'on');

  function count(value: number, error?: unknown): void {
    const before = health();
    misses = value;
    if (health() === before) return;
    if (error !== undefined) report(error, 'looking for the video server');
    for (const listen of listeners) listen(health());
  }

  async function beat(): Promise<void> {
    next = undefined;
    sweeping = true;
    lastAt = clock.now();
    try {
      const existing = new Set(await rooms.list());
      count(0);
      await sweep(existing);
      everSwept = true;
    } catch (error) {
      count(misses + 1, error);
    }
    sweeping = false;
    wake();
  }

  const jitter = (ms: number) => ms * (0.5 + random() / 2);
  const pauseMs = () => (misses === 0 ? EVERY_MS : jitter(Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (misses - 1))));

  function wake(): void {
    if (needed() || misses > 0 || !everSwept) schedule(everSwept || misses > 0 ? clock.now() + pauseMs() : clock.now());
  }

  /** The earlier of what is asked for and what is planned already. */
  function schedule(at: number): void {
    if (!running || sweeping || (next && next.at <= at)) return;
    next?.cancel();
    next = { at, cancel: clock.at(at, () => void beat()) };
  }

  return {
    start() {
      running = true;
      wake();
    },
    wake,
    soon: () => schedule(Math.max(clock.now() + jitter(FIRST_RETRY_MS), lastAt + AT_LEAST_APART_MS)),
    reachable: () => misses === 0,
    health,
    onHealth(listen) {
      listeners.add(listen);
      return () => void listeners.delete(listen);
    },
    stop() {
      running = false;
      next?.cancel();
    },
  };
}
