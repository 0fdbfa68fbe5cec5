import type { Publish, SeatId, VideoKey } from '@werkraum/protocol';
import { afterMove, mayJoin, videoKeysIn, wantedRooms } from '../domain/places.ts';
import { seatOf } from '../domain/seats.ts';
import type { Session } from '../domain/session.ts';
import { publishIn } from '../domain/stage/publish.ts';
import { type Standing, standingOf } from '../domain/standing.ts';
import type { VideoRoomName } from '../ports/video-rooms.ts';
import type { RoomNames } from './room-names.ts';

/** One video room that must exist: who may be in it, and what each may send. */
export interface WantedRoom {
  key: VideoKey;
  guests: ReadonlyMap<SeatId, Publish>;
}

export type RoomPlan = ReadonlyMap<VideoRoomName, WantedRoom>;

/** What a session wants of the video server. No session wants nothing. */
export function roomPlan(session: Session | undefined, names: RoomNames): RoomPlan {
  if (!session) return new Map();
  return new Map(
    wantedRooms(session).map(({ key, guests }) => {
      const rights = guests.map((guest) => [guest.seat.id, rightsAs(guest, key)] as const);
      return [names.nameOf(session.id, key), { key, guests: new Map(rights) }];
    }),
  );
}

/** Nothing a plan is made of has changed. Hands, turns and mutes, the most frequent changes, are none of it. */
export function samePlan(before: Session | undefined, after: Session | undefined): boolean {
  if (!before || !after) return before === after;
  return (
    before.status === after.status &&
    before.people === after.people &&
    before.agenda === after.agenda &&
    before.breakouts === after.breakouts &&
    before.stage.words === after.stage.words
  );
}

/** What a seat may send into one video room; undefined when it may not be there at all [VI-1]. */
export function rightsIn(session: Session, seatId: SeatId, key: VideoKey): Publish | undefined {
  const seat = seatOf(session, seatId);
  return seat && mayJoin(session, seatId, key) ? rightsAs(standingOf(session, seat), key) : undefined;
}

/** In the room of next, what it may send there after the move: the first word must not wait for the video server. */
const rightsAs = (guest: Standing, key: VideoKey): Publish =>
  publishIn(videoKeysIn(guest).now === key ? guest : afterMove(guest));

/** Seats of `before` that are no longer in the session, or only by a new link: whoever holds the old one goes at once. */
export function expelledSeats(before: Session | undefined, after: Session | undefined): SeatId[] {
  if (before?.people === after?.people) return [];
  const seats = Object.values(before?.people.seats ?? {});
  return seats.flatMap((seat) => {
    if (!seat || seat.admission === 'removed') return [];
    const now = after && seatOf(after, seat.id);
    return !now || now.admission === 'removed' || now.linkHash !== seat.linkHash ? [seat.id] : [];
  });
}

/** Seats whose microphone was switched off by somebody since `before`. */
export function mutedSeats(before: Session | undefined, after: Session | undefined): SeatId[] {
  if (!before || !after) return [];
  const counts = Object.entries(after.stage.mutes) as [SeatId, number][];
  return counts.flatMap(([seatId, count]) => (count > (before.stage.mutes[seatId] ?? 0) ? [seatId] : []));
}

export const sameRights = (one: Publish, other: Publish): boolean =>
  one.microphone === other.microphone && one.camera === other.camera && one.screen === other.screen;

/** The same people with the same rights. */
export function sameGuests(one: WantedRoom['guests'], other: WantedRoom['guests']): boolean {
  if (one.size !== other.size) return false;
  return [...one].every(([seatId, rights]) => {
    const others = other.get(seatId);
    return others !== undefined && sameRights(rights, others);
  });
}
