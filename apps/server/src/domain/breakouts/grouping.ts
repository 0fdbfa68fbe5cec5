import type { RoomId, SeatId } from '@werkraum/protocol';
import { type ById, entries } from '../records.ts';

/** Who sits where: seat id → room id. */
export type Seats = ById<SeatId, RoomId>;

/** At most this many tables for so many people, so that nobody sits alone [BR-9]. */
export const tablesFor = (people: number, tables: number): number =>
  Math.max(1, Math.min(tables, Math.floor(people / 2)));

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

/** A seed from an id (FNV-1a), for groups nobody asked to be dealt out differently. */
export function seedFrom(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
