import type { Instant, Place, RoomId, SeatId, VideoKey } from '@werkraum/protocol';
import { seatOf, seatsOf, tableOf } from './seats.ts';
import type { Session } from './session.ts';

/** Where a seat belongs now [BR-4]. Presence does not matter: a reconnect finds the same place. */
export function placeOf(session: Session, seatId: SeatId): Place {
  if (seatOf(session, seatId)?.admission !== 'admitted') return 'lobby';
  const { open } = session.breakouts;
  if (!open) return 'plenary';
  const visited = open.visits[seatId];
  if (visited) return visited;
  const table = tableOf(session, seatId);
  if (!table) return 'plenary';
  if (open.state === 'gathering') return open.there[seatId] ? table : 'plenary';
  if (open.state === 'closing') return open.back[seatId] ? 'plenary' : table;
  return table;
}

/** Where a seat will be brought, announced ahead [BR-6]. */
export function movingOf(session: Session, seatId: SeatId): { to: Place; at: Instant } | undefined {
  const { open } = session.breakouts;
  const place = placeOf(session, seatId);
  if (!open || place === 'lobby') return undefined;
  if (open.state === 'closing' && open.closesAt !== undefined) {
    return place === 'plenary' ? undefined : { to: 'plenary', at: open.closesAt };
  }
  const table = tableOf(session, seatId);
  if (open.state !== 'gathering' || !table || open.there[seatId]) return undefined;
  return { to: table, at: open.gatherUntil };
}

/** The video room of one place as it is opened now. A table's key counts its openings, so none is used twice. */
function videoKeyOf(session: Session, place: Place): VideoKey | undefined {
  if (place === 'lobby' || (session.status !== 'open' && session.status !== 'running')) return undefined;
  if (place === 'plenary') return 'plenary~0' as VideoKey;
  const { open, rounds } = session.breakouts;
  return open && (`${place}~${rounds[open.phaseId]?.openings ?? 0}` as VideoKey);
}

/** The video rooms a seat may join: the one of now, and the one it will be brought to. */
export function videoKeysOf(session: Session, seatId: SeatId): { now?: VideoKey; next?: VideoKey } {
  const now = videoKeyOf(session, placeOf(session, seatId));
  const moving = movingOf(session, seatId);
  const next = moving && videoKeyOf(session, moving.to);
  return { ...(now && { now }), ...(next && { next }) };
}

/** The one rule for who may be in which video room: tokens, the gate and the sweep ask here [VI-1]. */
export function mayJoin(session: Session, seatId: SeatId, key: VideoKey): boolean {
  const keys = videoKeysOf(session, seatId);
  return keys.now === key || keys.next === key;
}

/** Every video room that must exist now or will be needed soon, with who may be in it. */
export function wantedRooms(session: Session): readonly { key: VideoKey; guests: readonly SeatId[] }[] {
  const places: Place[] = ['plenary', ...openTables(session)];
  const seats = seatsOf(session).map(({ id }) => ({ id, keys: videoKeysOf(session, id) }));
  return places.flatMap((place) => {
    const key = videoKeyOf(session, place);
    if (!key) return [];
    return [{ key, guests: seats.filter(({ keys }) => keys.now === key || keys.next === key).map(({ id }) => id) }];
  });
}

const openTables = ({ breakouts: { open, rounds } }: Session): RoomId[] =>
  (open && rounds[open.phaseId]?.tables.map(({ roomId }) => roomId)) ?? [];
