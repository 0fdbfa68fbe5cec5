import type { Instant, Place, RoomId, SeatId, VideoKey } from '@werkraum/protocol';
import { roundInUse } from './breakouts/in-use.ts';
import { seatOf, seatsOf } from './seats.ts';
import type { Session } from './session.ts';
import { type Situation, type Standing, situationOf, standingOf, standingsIn } from './standing.ts';

/** Where somebody belongs now [BR-4]. Presence does not matter: a reconnect finds the same place. */
export function placeIn({ situation, seat, table, isThere, isBack, visiting }: Standing): Place {
  if (seat.admission !== 'admitted') return 'lobby';
  if (!situation.tables) return 'plenary';
  if (visiting) return visiting;
  if (!table) return 'plenary';
  if (situation.tables === 'gathering') return isThere ? table : 'plenary';
  if (situation.tables === 'closing') return isBack ? 'plenary' : table;
  return table;
}

/** Where somebody will be brought, announced ahead [BR-6]. */
export function movingIn(standing: Standing): { to: Place; at: Instant } | undefined {
  const { situation, table, isThere } = standing;
  const { tables, closesAt, gatherUntil } = situation;
  const place = placeIn(standing);
  if (!tables || place === 'lobby') return undefined;
  if (tables === 'closing' && closesAt !== undefined) {
    return place === 'plenary' ? undefined : { to: 'plenary', at: closesAt };
  }
  if (tables !== 'gathering' || gatherUntil === undefined || !table || isThere) return undefined;
  return { to: table, at: gatherUntil };
}

/** Closed tables somebody sat at, and still may look back on [BO-20]. */
export function formerTablesIn({ situation, seat, sat = [] }: Standing): RoomId[] {
  if (seat.admission !== 'admitted' || situation.status !== 'running') return [];
  return sat.flatMap(({ phaseId, roomId }) => (phaseId === situation.inUse ? [] : [roomId]));
}

/** The video room of one place as it is opened now. A table's key counts its openings, so none is used twice. */
function videoKeyOf({ status, tables, openings }: Situation, place: Place): VideoKey | undefined {
  if (place === 'lobby' || (status !== 'open' && status !== 'running')) return undefined;
  if (place === 'plenary') return 'plenary~0' as VideoKey;
  return tables && (`${place}~${openings}` as VideoKey);
}

/** The video rooms somebody may join: the one of now, and the one they will be brought to. */
export function videoKeysIn(standing: Standing): { now?: VideoKey; next?: VideoKey } {
  const now = videoKeyOf(standing.situation, placeIn(standing));
  const moving = movingIn(standing);
  const next = moving && videoKeyOf(standing.situation, moving.to);
  return { ...(now && { now }), ...(next && { next }) };
}

/** Tells where any seat of a session belongs now; for whoever asks about many. */
export function placesIn(session: Session): (seatId: SeatId) => Place {
  const standing = standingsIn(session);
  return (seatId) => {
    const seat = seatOf(session, seatId);
    return seat ? placeIn(standing(seat)) : 'lobby';
  };
}

/** Where a seat belongs now; somebody who is nobody stands outside. */
export const placeOf = (session: Session, seatId: SeatId): Place => of(session, seatId, placeIn) ?? 'lobby';

/** Where a seat will be brought. */
export const movingOf = (session: Session, seatId: SeatId): { to: Place; at: Instant } | undefined =>
  of(session, seatId, movingIn);

/** The video rooms a seat may join. */
export const videoKeysOf = (session: Session, seatId: SeatId): { now?: VideoKey; next?: VideoKey } =>
  of(session, seatId, videoKeysIn) ?? {};

function of<T>(session: Session, seatId: SeatId, tell: (standing: Standing) => T): T | undefined {
  const seat = seatOf(session, seatId);
  return seat && tell(standingOf(session, seat));
}

/** The one rule for who may be in which video room: tokens, the gate and the sweep ask here [VI-1]. */
export function mayJoin(session: Session, seatId: SeatId, key: VideoKey): boolean {
  const keys = videoKeysOf(session, seatId);
  return keys.now === key || keys.next === key;
}

/** Somebody once the move that is announced to them is over. */
export function afterMove(standing: Standing): Standing {
  const to = movingIn(standing)?.to;
  if (to !== undefined && to !== 'plenary') return { ...standing, isThere: true };
  return { ...standing, situation: { ...standing.situation, tables: undefined } };
}

/** Every video room that must exist now or will be needed soon, with who may be in it. */
export function wantedRooms(session: Session): readonly { key: VideoKey; guests: readonly Standing[] }[] {
  const situation = situationOf(session);
  const rooms = new Map<VideoKey, Standing[]>();
  for (const place of ['plenary', ...openTables(session)] satisfies Place[]) {
    const key = videoKeyOf(situation, place);
    if (key) rooms.set(key, []);
  }
  for (const standing of seatsOf(session).map(standingsIn(session))) {
    const { now, next } = videoKeysIn(standing);
    for (const key of new Set([now, next])) if (key) rooms.get(key)?.push(standing);
  }
  return [...rooms].map(([key, guests]) => ({ key, guests }));
}

const openTables = (session: Session): RoomId[] => roundInUse(session)?.tables.map(({ roomId }) => roomId) ?? [];
