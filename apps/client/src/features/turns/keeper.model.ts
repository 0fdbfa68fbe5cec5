import type { Instant, RoomId, SessionView, StaffView, TurnsView } from '@werkraum/protocol';
import type { Send } from '../../connection/connection.ts';
import type { TableClockModel, TimekeeperModel } from './timekeeper.model.ts';
import type { Action } from './turn-actions.ts';

/** A person at a table, named for a sentence. */
export interface AtTable {
  label: string;
  name: string | undefined;
}

/** The next beat: what it starts and what it ends. */
export interface BeatModel {
  number: number;
  /** Undefined when it would neither start nor end anything. */
  start: Action | undefined;
  starts: readonly AtTable[];
  /** Turns that have time left. */
  ends: readonly (AtTable & { leftMs: number })[];
}

/** What concerns all tables at once. */
export interface KeeperModel {
  /** Whether all tables go together; undefined where nothing can be paced. */
  together: { on: boolean; toggle: Action } | undefined;
  /** Undefined while every table goes at its own pace. */
  beat: BeatModel | undefined;
}

export interface KeeperScene {
  session: SessionView;
  may: readonly string[];
  clocks: TimekeeperModel;
  send: Send;
}

/** How the tables are paced as a whole (docs/spec/turns.md, TU-31 to TU-35). */
export function keeper({ session, may, clocks, send }: KeeperScene): KeeperModel {
  const queues = clocks.tables.filter(({ queue }) => queue !== undefined);
  const phaseId = session.tables?.phaseId;
  const number = queues.find(({ queue }) => queue?.beat !== undefined)?.queue?.beat;
  const possible = phaseId !== undefined && queues.length > 0 && may.includes('pace-together');
  if (!possible) return { together: undefined, beat: undefined };
  const on = number !== undefined;
  return {
    together: { on, toggle: () => void send({ type: 'pace-together', phaseId, on: !on }) },
    beat: on ? beatModel(queues, number, () => void send({ type: 'start-beat', phaseId, beat: number })) : undefined,
  };
}

function beatModel(tables: readonly TableClockModel[], number: number, start: Action): BeatModel {
  const starts = tables.flatMap(({ label, queue }) => (queue?.next ? [{ label, name: queue.next.name }] : []));
  const speaking = tables.flatMap(({ label, queue }) =>
    queue?.speaking ? [{ label, name: queue.speaking.name, leftMs: queue.speaking.clock.leftMs }] : [],
  );
  return {
    number,
    start: starts.length + speaking.length > 0 ? start : undefined,
    starts,
    ends: speaking.filter(({ leftMs }) => leftMs > 0),
  };
}

/** How long ago the speaker of a table was asked to come to an end, in ms; undefined if they were not. */
export function nudgedAgoMs(staff: StaffView, roomId: RoomId, now: Instant): number | undefined {
  const at = staff.progress[roomId]?.nudgedAt;
  return at === undefined ? undefined : Math.max(0, now - at);
}

/** How the time that is left for inputs is shared, as the server has worked it out. */
export interface FairShareModel {
  eachMs: number;
  /** Parts of the strip, in ms: what the turn of now has left, and one share for everybody who waits. */
  nowMs: number | undefined;
  names: readonly (string | undefined)[];
  /** What every share was before, and why it is not so any more. */
  changed: { wasMs: number; usedMs: number; name: string | undefined } | undefined;
  /** Who speaks on in overtime, which takes from the shares. */
  shrinksBy: { name: string | undefined } | undefined;
}

const SECOND = 1_000;

/** Undefined with fixed slots, while nobody speaks, and when nobody waits. */
export function fairShare({ queue }: TableClockModel, turns: TurnsView | undefined): FairShareModel | undefined {
  const eachMs = turns?.fairShare?.eachMs;
  const waiting = queue?.lines.filter(({ state }) => state === 'waiting') ?? [];
  if (!queue || eachMs === undefined || waiting.length === 0) return undefined;
  const { before } = turns?.fairShare ?? {};
  const earlier = before && queue.lines.find(({ turnId }) => turnId === before.turnId);
  const leftMs = queue.speaking?.clock.leftMs;
  const isOther = before !== undefined && Math.abs(before.givenMs - eachMs) >= SECOND;
  return {
    eachMs,
    nowMs: leftMs === undefined ? undefined : Math.max(0, leftMs),
    names: waiting.map(({ name }) => name),
    changed:
      earlier?.usedMs !== undefined && isOther
        ? { wasMs: before.givenMs, usedMs: earlier.usedMs, name: earlier.name }
        : undefined,
    shrinksBy: queue.speaking?.clock.state === 'over' ? { name: queue.speaking.name } : undefined,
  };
}
