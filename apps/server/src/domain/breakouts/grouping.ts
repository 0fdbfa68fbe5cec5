import type { RoomId, SeatId } from '@werkraum/protocol';
import { type ById, entries } from '../records.ts';

/** Who sits where: seat id → room id. */
export type Seats = ById<SeatId, RoomId>;

/** How often two people sat at one table before. */
export type Encounters = (a: SeatId, b: SeatId) => number;

/** At most this many tables for so many people, so that nobody sits alone [BR-9]. */
export const tablesFor = (people: number, tables: number): number =>
  Math.max(1, Math.min(tables, Math.floor(people / 2)));

/**
 * Deals people out to tables: sizes differ by at most one, and pairs that met before are kept apart as far as a
 * hill climb of swaps from a seeded shuffle finds (the cost of a table is the sum of squared earlier meetings).
 * The same input gives the same groups.
 */
export function dealGroups(
  people: readonly SeatId[],
  rooms: readonly RoomId[],
  met: Encounters,
  seed: number,
): Record<SeatId, RoomId> {
  const order = shuffle(people, seed);
  const count = tablesFor(order.length, rooms.length);
  const positions = order.map((_, position) => position);
  const groups = Array.from({ length: count }, (_, table) => positions.filter((at) => at % count === table));
  improve(groups, costOf(order, met));
  return Object.fromEntries(
    groups.flatMap((group, table) => group.map((at) => [order[at] as SeatId, rooms[table] as RoomId])),
  );
}

/** Counts shared tables over earlier rounds. */
export function encountersIn(rounds: readonly Seats[]): Encounters {
  return (a, b) => rounds.filter((seats) => seats[a] !== undefined && seats[a] === seats[b]).length;
}

/** The table with the fewest people, the first of them if several; `present` counts whom. Undefined without tables. */
export function emptiest(
  rooms: readonly RoomId[],
  seats: Seats,
  present: (seatId: SeatId) => boolean,
): RoomId | undefined {
  const count = (room: RoomId) => entries(seats).filter(([seatId, at]) => at === room && present(seatId)).length;
  return rooms.reduce<RoomId | undefined>(
    (best, room) => (best === undefined || count(room) < count(best) ? room : best),
    undefined,
  );
}

/** Swaps looked at before the groups are good enough: small workshops never get there, huge ones do not hold up the room. */
const MOST_SWAPS = 400_000;

// Swaps two people at different tables while that lowers the cost; the first improvement found is taken.
function improve(groups: number[][], cost: Cost): void {
  let left = MOST_SWAPS;
  const burden = (group: readonly number[], one: number, except: number) =>
    group.reduce((sum, other) => (other === one || other === except ? sum : sum + cost(one, other)), 0);
  const gain = (a: number[], b: number[], one: number, two: number) =>
    burden(a, one, one) + burden(b, two, two) - burden(b, one, two) - burden(a, two, one);
  for (let improved = true; improved; ) {
    improved = false;
    for (const [first, second] of pairsOf(groups)) {
      for (const one of [...first]) {
        left -= second.length;
        if (left < 0) return;
        // Who met nobody at the own table gains nothing by leaving it.
        if (burden(first, one, one) === 0) continue;
        const two = second.find((candidate) => gain(first, second, one, candidate) > 0);
        if (two === undefined) continue;
        first[first.indexOf(one)] = two;
        second[second.indexOf(two)] = one;
        improved = true;
      }
    }
  }
}

/** What it costs to seat two people together, by their positions. */
type Cost = (a: number, b: number) => number;

// Looked up again and again, so the meetings are counted once; squares make many repeats with one person worse than few with many.
function costOf(people: readonly SeatId[], met: Encounters): Cost {
  const table = people.map((a) => Float64Array.from(people, (b) => met(a, b) ** 2));
  return (a, b) => table[a]?.[b] ?? 0;
}

const pairsOf = <T>(items: readonly T[]): [T, T][] =>
  items.flatMap((one, index) => items.slice(index + 1).map((two): [T, T] => [one, two]));

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
