import type {
  BalanceView,
  HandsView,
  Instant,
  PersonView,
  Place,
  Presence,
  Role,
  RoomId,
  RoomView,
  SeatId,
  SeatView,
  SessionView,
  StaffView,
  TurnsView,
} from '@werkraum/protocol';
import { byName } from '../../ui/by-name.ts';
import { grouped } from '../../ui/grouped.ts';
import { kept } from '../../ui/kept.ts';
import { turnRing } from './turn-ring.model.ts';

/** The documents a plan is drawn from: everybody has the first two, staff and people at a table have more. */
export interface PlanDocuments {
  session: SessionView;
  you: SeatView;
  staff?: StaffView | undefined;
  room?: RoomView | undefined;
  balance?: BalanceView | undefined;
}

export interface PlanSeat {
  seatId: SeatId;
  name: string;
  role: Role;
  presence: Presence;
  own: boolean;
  /** Position among the raised hands of this place, from 1. */
  hand?: number;
  /** Position in the table's speaking order, from 1; absent for turns that are over or left out. */
  order?: number;
  /** While it is this person's turn: how much of it is left, 0 in overtime. */
  turn?: { share: number; over: boolean };
  /** A facilitator who visits this table and does not belong to it. */
  visiting: boolean;
  /** The seat is locked: a machine leaves it where it is. */
  locked?: boolean;
}

/** `nowhere`: people without a table in a round that is still to come. */
export type AreaId = 'plenary' | 'nowhere' | RoomId;

export interface PlanArea {
  id: AreaId;
  label: string | undefined;
  topic: string | undefined;
  seats: readonly PlanSeat[];
  /** The own place. */
  own: boolean;
  /** One person sits here alone. */
  lonely: boolean;
}

/** The workshop as a room: the plenary, and each table of the round that runs. Who sits where is where people are now. */
export function floorPlan(documents: PlanDocuments, now: Instant): readonly PlanArea[] {
  const { session, you } = documents;
  const rooms = session.tables?.order ?? [];
  return (['plenary', ...rooms] as const).map((id) => {
    const table = id === 'plenary' ? undefined : session.tables?.rooms[id];
    return {
      id,
      label: table?.label,
      topic: table?.topic,
      seats: peopleAt(session, id).map(([seatId, person]) => planSeat(documents, seatId, person, now)),
      own: you.place === id,
      lonely: id !== 'plenary' && (documents.staff?.progress[id]?.lonely ?? false),
    };
  });
}

/** Everybody at a place, facilitators first, then by name. */
export const peopleAt = ({ people }: SessionView, place: Place): readonly (readonly [SeatId, PersonView])[] =>
  peopleByPlace(people).get(place) ?? [];

const peopleByPlace = kept((people: SessionView['people']): ReadonlyMap<Place, readonly [SeatId, PersonView][]> => {
  const everybody = Object.entries(people) as [SeatId, PersonView][];
  everybody.sort(([, a], [, b]) => rank(a.role) - rank(b.role) || byName(a.name, b.name));
  return grouped(everybody, ([, { place }]) => place);
});

const rank = (role: Role): number => ['facilitator', 'timekeeper', 'speaker', 'participant'].indexOf(role);

function planSeat(documents: PlanDocuments, seatId: SeatId, person: PersonView, now: Instant): PlanSeat {
  const { name, role, presence, place, table } = person;
  const hand = handOrder(documents, place, seatId);
  const turns = turnsAt(documents, place);
  const order = turns && speakingOrder(turns, documents.session.people, seatId);
  const turn = turns && turnRing(turns, seatId, now);
  return {
    seatId,
    name,
    role,
    presence,
    own: seatId === documents.you.seatId,
    ...(hand !== undefined && { hand }),
    ...(order !== undefined && { order }),
    ...(turn && { turn }),
    visiting: place !== 'plenary' && place !== table,
  };
}

/** Whether somebody speaks whose clock the viewer knows: only then does a plan change by time alone. */
export const timedInput = (staff: StaffView | undefined, room: RoomView | undefined): boolean =>
  room?.turns?.now !== undefined || Object.values(staff?.progress ?? {}).some(({ turns }) => turns?.now !== undefined);

/** The raised hands at a place, as far as they are known to whoever holds these documents. */
export function handsAt({ session, staff, room }: PlanDocuments, place: Place): HandsView {
  if (place === 'plenary') return session.stage.hands;
  if (room?.roomId === place) return room.hands;
  return staff?.progress[place]?.hands ?? {};
}

function turnsAt({ staff, room }: PlanDocuments, place: Place): TurnsView | undefined {
  return room?.roomId === place ? room.turns : staff?.progress[place]?.turns;
}

/**
 * The raised hands at a place with the instants at which they went up, in that order, or, where that was chosen, those of
 * people who spoke least first. Whoever is not in that order yet has only just raised their hand.
 */
export function handsInOrder(documents: PlanDocuments, place: Place): readonly [SeatId, Instant][] {
  const { session, you, balance } = documents;
  const hands = Object.entries(handsAt(documents, place)) as [SeatId, Instant][];
  const quietFirst = session.stage.quietFirst && place === you.place ? (balance?.hands ?? []) : [];
  const position = (seatId: SeatId): number =>
    quietFirst.includes(seatId) ? quietFirst.indexOf(seatId) : hands.length;
  return hands.sort(([idA, a], [idB, b]) => position(idA) - position(idB) || a - b || (idA < idB ? -1 : 1));
}

function handOrder(documents: PlanDocuments, place: Place, seatId: SeatId): number | undefined {
  if (handsAt(documents, place)[seatId] === undefined) return undefined;
  return 1 + handsInOrder(documents, place).findIndex(([id]) => id === seatId);
}

/** The absent are passed over until they are back, so they count for nothing. */
function speakingOrder({ order, turns }: TurnsView, people: SessionView['people'], seatId: SeatId): number | undefined {
  const ahead = order.flatMap((id) => {
    const turn = turns[id];
    const next = turn && (turn.state === 'waiting' || turn.state === 'now');
    return next && people[turn.seatId]?.presence === 'here' ? [turn.seatId] : [];
  });
  const at = ahead.indexOf(seatId);
  return at < 0 ? undefined : at + 1;
}
