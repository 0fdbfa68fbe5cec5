import type {
  AnnouncementView,
  FacilitatorsView,
  PersonView,
  Place,
  RoomId,
  RoomView,
  SeatId,
  SeatView,
  SessionView,
  StaffView,
} from '@werkraum/protocol';

export interface Perspective {
  you: SeatView;
  room: RoomView | undefined;
  /** Nobody is there: it is shown for whoever comes in. */
  isEmpty: boolean;
}

/** Where most participants are: what a facilitator asks about first. The first of two places that are equally full. */
export function busiest({ people }: SessionView, places: readonly Place[]): Place {
  const count = (place: Place) =>
    Object.values(people).filter((person) => person.role === 'participant' && person.place === place).length;
  return [...places].sort((a, b) => count(b) - count(a))[0] ?? 'plenary';
}

const NOBODY = 'nobody' as SeatId;

/**
 * The documents of a participant at a place, as far as a facilitator knows them: everybody's, a seat made from where
 * somebody there stands, and of a table what staff see of it. A table's own content is not among them.
 */
export function perspective(
  session: SessionView,
  staff: StaffView | undefined,
  facilitators: FacilitatorsView | undefined,
  place: Place,
): Perspective {
  const found = Object.entries(session.people).find(
    ([, person]) => person.role === 'participant' && person.place === place && person.presence === 'here',
  );
  const [seatId, person] = found ?? [NOBODY, undefined];
  return {
    you: seatOf(session, seatId as SeatId, person, place),
    room: place === 'plenary' || place === 'lobby' ? undefined : roomOf(session, staff, facilitators, place),
    isEmpty: !found,
  };
}

function seatOf(session: SessionView, seatId: SeatId, person: PersonView | undefined, place: Place): SeatView {
  const { tables } = session;
  const atTable = place !== 'plenary';
  const moving = movingOf(session, person, atTable);
  return {
    ...{ seatId, name: person?.name ?? '', role: 'participant', admission: 'admitted', place },
    may: [atTable && tables?.state === 'closing' && 'return-to-plenary', moving && !atTable && 'go-to-table'].filter(
      (type) => typeof type === 'string',
    ),
    publish: { microphone: true, camera: true, screen: false },
    mutes: 0,
    ...(moving && { moving }),
    video: {},
  };
}

function movingOf({ tables }: SessionView, person: PersonView | undefined, atTable: boolean): SeatView['moving'] {
  if (tables?.state === 'closing' && tables.closesAt !== undefined) {
    return atTable ? { to: 'plenary', at: tables.closesAt } : undefined;
  }
  if (tables?.state !== 'gathering' || tables.gatherUntil === undefined || atTable || !person?.table) return undefined;
  return { to: person.table as RoomId, at: tables.gatherUntil };
}

function roomOf(
  { tables }: SessionView,
  staff: StaffView | undefined,
  facilitators: FacilitatorsView | undefined,
  roomId: RoomId,
): RoomView | undefined {
  if (!tables) return undefined;
  const { turns, hands = {} } = staff?.progress[roomId] ?? {};
  const announcements = Object.fromEntries(
    Object.entries(facilitators?.announcements ?? {}).flatMap(([id, { to, state, text, by, at, until }]) =>
      to === roomId && state === 'shown' ? [[id, { text, by, at, until } satisfies AnnouncementView]] : [],
    ),
  );
  return { roomId, phaseId: tables.phaseId, hands, ...(turns && { turns }), announcements };
}
