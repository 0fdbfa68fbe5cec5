import {
  commandTypes,
  type Instant,
  type PhaseId,
  type Role,
  type RoomId,
  type SeatId,
  type SeatView,
  type SessionId,
  type SessionView,
  type ShareView,
  type StaffView,
  type TurnId,
  type TurnsView,
  type TurnView,
} from '@werkraum/protocol';
import type { Send } from '../../connection/connection.ts';
import type { LiteralRoom } from '../../connection/literal.ts';

/** Documents of a round at two tables, for the gallery and for tests. Times are relative to `NOW`. */
export const NOW: Instant = Date.UTC(2026, 5, 16, 8, 40);
export const TABLE_A = 'round-a' as RoomId;
export const TABLE_B = 'round-b' as RoomId;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

const ROLES: Record<string, Role> = { Frieda: 'facilitator', Theo: 'timekeeper' };
const SEATED: Record<string, readonly string[]> = {
  [TABLE_A]: ['Ada', 'Ben', 'Cem', 'Dora'],
  [TABLE_B]: ['Emil', 'Finja', 'Greta'],
};

const idOf = (name: string): SeatId => name.toLowerCase() as SeatId;
export const turnIdOf = (roomId: RoomId, name: string): TurnId => `${roomId}_${idOf(name)}` as TurnId;

/** What may be different from "everybody waits, the timekeeper keeps the time". Names stand for turns. */
export interface LiteralQueue {
  turns?: Record<string, Partial<TurnView>>;
  order?: readonly string[];
  /** Who speaks, how long ago the turn was started, its grace, and how much time it has left. */
  speaking?: { name: string; leftMs: number; graceMs?: number; slotMs?: number; pausedAgoMs?: number };
  next?: string;
  state?: TurnsView['state'];
  pacedBy?: TurnsView['pacedBy'];
  mode?: TurnsView['mode'];
  inputsLeftMs?: number;
  /** All tables go together, and this is the number of the next beat. */
  beat?: number;
  /** What everybody who waits is going to get, and who was given what before. */
  fairShare?: { eachMs: number; before?: { name: string; givenMs: number } };
  /** How long ago the speaker was asked to come to an end. */
  nudgedAgoMs?: number;
}

/** The queue of one table. */
export function literalTurns(roomId: RoomId, queue: LiteralQueue = {}): TurnsView {
  const { speaking, next, inputsLeftMs, beat, fairShare } = queue;
  const order = queue.order ?? SEATED[roomId] ?? [];
  return {
    roomId,
    state: queue.state ?? (speaking ? 'running' : 'ready'),
    order: order.map((name) => turnIdOf(roomId, name)),
    turns: Object.fromEntries(order.map((name) => [turnIdOf(roomId, name), literalTurn(name, queue)])),
    ...(speaking && { now: literalClock(roomId, speaking) }),
    ...(next !== undefined && { next: turnIdOf(roomId, next) }),
    pacedBy: queue.pacedBy ?? 'staff',
    mode: queue.mode ?? 'fixed',
    ...(inputsLeftMs !== undefined && { inputsEndAt: NOW + inputsLeftMs }),
    ...(beat !== undefined && { beat }),
    ...(fairShare && { fairShare: literalShare(roomId, fairShare) }),
  };
}

const literalShare = (roomId: RoomId, { eachMs, before }: NonNullable<LiteralQueue['fairShare']>) => ({
  eachMs,
  ...(before && { before: { turnId: turnIdOf(roomId, before.name), givenMs: before.givenMs } }),
});

function literalTurn(name: string, { speaking, turns }: LiteralQueue): TurnView {
  const running = speaking?.name === name ? { state: 'now' as const, slotMs: speaking.slotMs ?? 2 * MINUTE } : {};
  return { seatId: idOf(name), state: 'waiting', ...running, ...turns?.[name] };
}

function literalClock(roomId: RoomId, speaking: NonNullable<LiteralQueue['speaking']>): NonNullable<TurnsView['now']> {
  const { name, leftMs, graceMs = 0, slotMs = 2 * MINUTE, pausedAgoMs } = speaking;
  const at = NOW - (pausedAgoMs ?? 0);
  const graceUntil = graceMs > 0 ? at + graceMs : at - (slotMs - leftMs);
  const endsAt = graceUntil + slotMs;
  return { turnId: turnIdOf(roomId, name), graceUntil, endsAt, ...(pausedAgoMs !== undefined && { pausedAt: at }) };
}

export interface LiteralScene {
  /** Whose screen. */
  you?: string;
  a?: LiteralQueue;
  b?: LiteralQueue;
  /** Who is not connected. */
  away?: readonly string[];
  phasePaused?: boolean;
  /** Time of all rounds, by name. */
  shares?: Record<string, ShareView>;
  /** No tables are open. */
  plenary?: boolean;
  send?: Send;
}

/** Everything one person holds in that round. */
export function literalRoom(
  scene: LiteralScene = {},
): LiteralRoom & { you: SeatView; session: SessionView; now: Instant } {
  const you = literalSeat(scene.you ?? 'Ada', scene);
  const staffed = you.role !== 'participant';
  const turns = { [TABLE_A]: literalTurns(TABLE_A, scene.a), [TABLE_B]: literalTurns(TABLE_B, scene.b) };
  const table = Object.values(turns).find(({ roomId }) => roomId === you.place);
  return {
    you,
    session: literalSession(scene),
    now: NOW,
    ...(table && { room: { roomId: table.roomId, phaseId: ROUND, turns: table, hands: {} } }),
    ...(staffed && { staff: literalStaff(turns, scene) }),
    ...(scene.send && { send: scene.send }),
  };
}

const ROUND = 'round' as PhaseId;

const placeOf = (name: string) =>
  [TABLE_A, TABLE_B].find((roomId) => SEATED[roomId]?.includes(name)) ?? ('plenary' as const);

const STAFF_ONLY = ['nudge-speaker', 'pace-together', 'start-beat'];

const nudgeOf = ({ speaking, nudgedAgoMs }: LiteralQueue = {}, name?: string) =>
  nudgedAgoMs !== undefined && (name === undefined || speaking?.name === name) ? { nudgedAt: NOW - nudgedAgoMs } : {};

const literalSeat = (name: string, { a, b }: LiteralScene): SeatView => ({
  seatId: idOf(name),
  name,
  role: ROLES[name] ?? 'participant',
  admission: 'admitted',
  place: placeOf(name),
  may: commandTypes.filter((type) => ROLES[name] !== undefined || !STAFF_ONLY.includes(type)),
  ...nudgeOf(a, name),
  ...nudgeOf(b, name),
  publish: { microphone: true, camera: true, screen: true },
  mutes: 0,
  video: {},
});

function literalSession({ away = [], phasePaused, plenary }: LiteralScene): SessionView {
  const names = [...Object.keys(ROLES), ...Object.values(SEATED).flat()];
  const people = names.map((name) => {
    const presence = away.includes(name) ? ('away' as const) : ('here' as const);
    return [idOf(name), { name, role: ROLES[name] ?? 'participant', presence, place: placeOf(name) }] as const;
  });
  return {
    sessionId: 'workshop' as SessionId,
    title: 'Workshop',
    language: 'en',
    status: 'running',
    agenda: literalAgenda(phasePaused ?? false),
    people: Object.fromEntries(people),
    ...(!plenary && { tables: literalTables() }),
    stage: { onStage: {}, words: {}, hands: {} },
  };
}

const literalAgenda = (paused: boolean): SessionView['agenda'] => ({
  order: [ROUND],
  phases: {
    [ROUND]: {
      kind: 'breakout-round',
      title: 'Strategies, structures, processes',
      plannedMs: 25 * MINUTE,
      minMs: 0,
      onTimeUp: 'hold',
      state: 'now',
    },
  },
  clock: {
    phaseId: ROUND,
    startedAt: NOW - 5 * MINUTE,
    endsAt: NOW + 20 * MINUTE,
    ...(paused && { pausedAt: NOW - 30 * SECOND }),
  },
  plannedMs: 25 * MINUTE,
});

const literalTables = (): NonNullable<SessionView['tables']> => ({
  phaseId: ROUND,
  state: 'open',
  order: [TABLE_A, TABLE_B],
  rooms: { [TABLE_A]: { label: 'A', topic: 'Strategies' }, [TABLE_B]: { label: 'B', topic: 'Structures' } },
  harvestAt: NOW + 15 * MINUTE,
});

const literalStaff = (turns: Record<string, TurnsView>, { a, b, shares = {} }: LiteralScene): StaffView => ({
  seats: {},
  admission: 'automatic',
  seating: {},
  shares: Object.fromEntries(Object.entries(shares).map(([name, share]) => [idOf(name), share])),
  progress: Object.fromEntries(
    Object.entries(turns).map(([roomId, queue]) => [
      roomId,
      { turns: queue, lonely: false, hands: handsAt(roomId), ...nudgeOf(roomId === TABLE_A ? a : b) },
    ]),
  ),
});

const handsAt = (roomId: string): Record<string, Instant> => (roomId === TABLE_B ? { greta: NOW - MINUTE } : {});
