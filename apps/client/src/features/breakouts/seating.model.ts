import type {
  Command,
  PersonView,
  PhaseId,
  RoomId,
  SeatId,
  SeatingView,
  SeatView,
  SessionView,
  StaffView,
} from '@werkraum/protocol';
import { byName } from '../../ui/by-name.ts';
import { grouped } from '../../ui/grouped.ts';
import { kept } from '../../ui/kept.ts';

export interface SeatingTable {
  /** Undefined: at no table. */
  roomId: RoomId | undefined;
  label: string | undefined;
  topic: string | undefined;
  seats: readonly ({ seatId: SeatId } & Pick<PersonView, 'name' | 'role' | 'presence'>)[];
}

export interface SeatingModel {
  phaseId: PhaseId;
  title: string;
  number: number;
  state: 'ahead' | 'now';
  tables: readonly SeatingTable[];
  planned: boolean;
  /** Pairs who meet here and met at no table before, and pairs who meet again; undefined when a round before is over and no longer known. */
  encounters: { fresh: number; again: number } | undefined;
  setTables: ((tables: number) => Command) | undefined;
  newGroups: ((seed: number) => Command) | undefined;
  sameAsBefore: Command | undefined;
  assign: ((seatId: SeatId, roomId: RoomId | undefined) => Command) | undefined;
}

/** The seating of every round that is not over, in the agenda's order, for the facilitator to work on. */
export function seatings(session: SessionView, you: SeatView, staff: StaffView): readonly SeatingModel[] {
  const { order, phases } = session.agenda;
  const rounds = order.filter((id) => phases[id]?.round);
  return rounds.flatMap((phaseId, at) => {
    const seating = staff.seating[phaseId];
    if (phases[phaseId]?.state === 'done') return [];
    return seating ? [seatingModel(session, you, staff, { phaseId, before: rounds.slice(0, at), seating })] : [];
  });
}

interface RoundSeating {
  phaseId: PhaseId;
  before: readonly PhaseId[];
  seating: SeatingView;
}

function seatingModel(session: SessionView, you: SeatView, staff: StaffView, round: RoundSeating): SeatingModel {
  const { phaseId, before, seating } = round;
  const phase = session.agenda.phases[phaseId];
  const ahead = phase?.state === 'ahead';
  const may = (type: Command['type']): boolean => you.may.includes(type);
  const plan = may('plan-groups') && ahead;
  return {
    phaseId,
    title: phase?.title ?? '',
    number: phase?.round?.number ?? 0,
    state: ahead ? 'ahead' : 'now',
    tables: seatingTables(staff, seating),
    planned: seating.planned,
    encounters: encounters(seating, before, staff),
    setTables: ahead && may('set-tables') ? (tables) => ({ type: 'set-tables', phaseId, tables }) : undefined,
    newGroups: plan ? (seed) => ({ type: 'plan-groups', phaseId, method: 'new', seed }) : undefined,
    sameAsBefore: plan && before.length > 0 ? { type: 'plan-groups', phaseId, method: 'same', seed: 0 } : undefined,
    assign: may('assign-seat')
      ? (seatId, roomId) => ({ type: 'assign-seat', phaseId, seatId, ...(roomId && { roomId }) })
      : undefined,
  };
}

/** Who is still expected is seated as well: people come late, and their seat is kept. */
function seatingTables({ seats }: StaffView, seating: SeatingView): SeatingTable[] {
  const everybody = (Object.entries(seats) as [SeatId, StaffView['seats'][string]][])
    .filter(([, { admission }]) => isSeated(admission))
    .map(([seatId, { name, role, presence }]) => ({ seatId, name, role, presence }))
    .sort((a, b) => byName(a.name, b.name));
  const byTable = grouped(everybody, ({ seatId }) => seating.seats[seatId]);
  const seatsAt = (roomId: RoomId | undefined) => byTable.get(roomId) ?? [];
  const tables = seating.order.map((roomId) => {
    const { label, topic } = seating.rooms[roomId] ?? {};
    return { roomId, label, topic, seats: seatsAt(roomId) };
  });
  return [...tables, { roomId: undefined, label: undefined, topic: undefined, seats: seatsAt(undefined) }];
}

const isSeated = (admission: StaffView['seats'][string]['admission']): boolean =>
  admission === 'admitted' || admission === 'expected';

function encounters(seating: SeatingView, before: readonly PhaseId[], staff: StaffView): SeatingModel['encounters'] {
  const earlier = before.map((id) => staff.seating[id]);
  if (!seating.planned || earlier.some((round) => !round?.planned)) return undefined;
  const met = new Set(earlier.flatMap((round) => (round ? pairs(round) : [])));
  const now = pairs(seating);
  const again = now.filter((pair) => met.has(pair)).length;
  return { fresh: now.length - again, again };
}

/** Everybody who sits with somebody, as pairs in a fixed order. */
const pairs = kept(({ seats }: SeatingView): readonly string[] => {
  const seated = Object.keys(seats).sort();
  const tables = grouped(seated, (seatId) => seats[seatId]);
  return [...tables.values()].flatMap((table) =>
    table.flatMap((one, at) => table.slice(at + 1).map((other) => `${one} ${other}`)),
  );
});
