import type { RoomId, SeatId } from '@werkraum/protocol';
import { type ById, entries } from '../records.ts';
import { improve, type Repeats } from './climb.ts';

/** Who sits where: seat id → room id. */
export type Seats = ById<SeatId, RoomId>;

/** At most this many tables for so many people, so that nobody sits alone [BR-9]. */
export const tablesFor = (people: number, tables: number): number =>
  Math.max(1, Math.min(tables, Math.floor(people / 2)));

/**
 * Deals people out to tables: sizes differ by at most one, and pairs that met in earlier rounds are kept apart as far as
 * a hill climb of swaps from a seeded shuffle finds (the cost of a table is the sum of squared earlier meetings).
 * The same input gives the same groups.
 */
export function dealGroups(
  people: readonly SeatId[],
  rooms: readonly RoomId[],
  earlier: readonly Seats[],
  seed: number,
): Record<SeatId, RoomId> {
  const order = shuffle(people, seed);
  const count = tablesFor(order.length, rooms.length);
  const groups = Array.from({ length: count }, (): number[] => []);
  for (const at of order.keys()) groups[at % count]?.push(at);
  improve(groups, repeatsAmong(order, earlier));
  return Object.fromEntries(
    groups.flatMap((group, table) => group.map((at) => [order[at] as SeatId, rooms[table] as RoomId])),
  );
}

/** The table with the fewest people, the first of them if several. Undefined without tables. */
export function emptiest(rooms: readonly RoomId[], headcount: ReadonlyMap<RoomId, number>): RoomId | undefined {
  const count = (room: RoomId) => headcount.get(room) ?? 0;
  return rooms.reduce<RoomId | undefined>(
    (best, room) => (best === undefined || count(room) < count(best) ? room : best),
    undefined,
  );
}

/** How many people sit in each room; `present` says who counts. */
export function headcountOf(seats: Seats, present: (seatId: SeatId) => boolean): Map<RoomId, number> {
  const counts = new Map<RoomId, number>();
  for (const [seatId, room] of entries(seats)) {
    if (present(seatId)) counts.set(room, (counts.get(room) ?? 0) + 1);
  }
  return counts;
}

// Counted table by table: squares make many repeats with one person worse than few with many.
function repeatsAmong(people: readonly SeatId[], earlier: readonly Seats[]): Repeats {
  const meetings = people.map(() => new Map<number, number>());
  for (const seats of earlier) {
    const groups = Map.groupBy(people.keys(), (at) => seats[people[at] as SeatId]);
    for (const [room, group] of groups) if (room !== undefined) countMeetings(meetings, group);
  }
  return meetings.map((met) => new Map([...met].map(([other, times]) => [other, times ** 2])));
}

function countMeetings(meetings: readonly Map<number, number>[], group: readonly number[]): void {
  for (const one of group) {
    const met = meetings[one];
    for (const other of group) if (other !== one) met?.set(other, (met.get(other) ?? 0) + 1);
  }
}

/** Fisher–Yates with the generator below; the input stays as it is. */
function shuffle<T>(items: readonly T[], seed: number): T[] {
  const result = [...items];
  const random = mulberry32(seed);
  for (let last = result.length - 1; last > 0; last--) {
    const pick = Math.floor(random() * (last + 1));
    [result[last], result[pick]] = [result[pick] as T, result[last] as T];
  }
  return result;
}

/** Mulberry32 by Tommy Ettinger (public domain): a 32-bit generator, plenty for dealing out chairs, not for secrets. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A seed from an id (FNV-1a), for groups nobody asked to be dealt out differently. */
export function seedFrom(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
