import type {
  Command,
  FacilitatorsView,
  Grouping,
  PersonView,
  PhaseId,
  RoomId,
  RuleId,
  SeatId,
  SeatingView,
  SeatView,
  SessionView,
  StaffView,
  TableSizes,
} from '@werkraum/protocol';
import { byName } from '../../ui/by-name.ts';
import { grouped } from '../../ui/grouped.ts';
import { kept } from '../../ui/kept.ts';

export interface SeatingSeat extends Pick<PersonView, 'name' | 'role' | 'presence'> {
  seatId: SeatId;
  locked: boolean;
}

export interface SeatingTable {
  /** Undefined: at no table. */
  roomId: RoomId | undefined;
  label: string | undefined;
  topic: string | undefined;
  seats: readonly SeatingSeat[];
}

export interface SeatingModel {
  phaseId: PhaseId;
  title: string;
  number: number;
  /** `held`: the round is over; its seating says who has met. */
  state: 'held' | 'now' | 'ahead';
  tables: readonly SeatingTable[];
  planned: boolean;
  groups: Grouping;
  sizes: TableSizes | undefined;
  /** Pairs who meet here and met at no table before, and pairs who meet again; undefined while one of the rounds is unknown. */
  encounters: { fresh: number; again: number } | undefined;
  setTables: ((tables: number) => Command) | undefined;
  setGroups: ((groups: Grouping, sizes: TableSizes | undefined) => Command) | undefined;
  newGroups: ((seed: number) => Command) | undefined;
  sameAsBefore: Command | undefined;
  assign: ((seatId: SeatId, roomId: RoomId | undefined) => Command) | undefined;
  /** Locks a seat where it is, or unlocks it; undefined for somebody at no table. */
  lock: ((seatId: SeatId, ruleId: RuleId) => Command | undefined) | undefined;
}

/** What the seatings are read from. */
export interface SeatingDocuments {
  session: SessionView;
  you: SeatView;
  staff: StaffView;
  rules: FacilitatorsView['rotation']['rules'];
}

/** The seating of every round in the agenda's order, for the facilitator to look at and, unless it is over, to work on. */
export function seatings(documents: SeatingDocuments): readonly SeatingModel[] {
  const { order, phases } = documents.session.agenda;
  const rounds = order.filter((id) => phases[id]?.round);
  return rounds.flatMap((phaseId, at) => {
    const seating = documents.staff.seating[phaseId];
    return seating ? [seatingModel(documents, { phaseId, before: rounds.slice(0, at), seating })] : [];
  });
}

interface RoundSeating {
  phaseId: PhaseId;
  before: readonly PhaseId[];
  seating: SeatingView;
}

const STATES = { done: 'held', now: 'now', ahead: 'ahead' } as const;

function seatingModel(documents: SeatingDocuments, { phaseId, before, seating }: RoundSeating): SeatingModel {
  const { session, you, staff, rules } = documents;
  const phase = session.agenda.phases[phaseId];
  const state = STATES[phase?.state ?? 'ahead'];
  const ahead = state === 'ahead';
  const may = (type: Command['type']): boolean => you.may.includes(type);
  const plan = may('plan-groups') && ahead;
  const locks = locksIn(phaseId, rules);
  return {
    ...{ phaseId, state, title: phase?.title ?? '', number: phase?.round?.number ?? 0 },
    tables: seatingTables(staff, seating, locks),
    ...{ planned: seating.planned, groups: seating.groups, sizes: seating.sizes },
    encounters: encounters(seating, before, staff),
    setTables: ahead && may('set-tables') ? (tables) => ({ type: 'set-tables', phaseId, tables }) : undefined,
    setGroups:
      ahead && may('set-groups')
        ? (groups, sizes) => ({ type: 'set-groups', phaseId, groups, ...(sizes && { sizes }) })
        : undefined,
    newGroups: plan ? (seed) => ({ type: 'plan-groups', phaseId, method: 'new', seed }) : undefined,
    sameAsBefore: plan && before.length > 0 ? { type: 'plan-groups', phaseId, method: 'same', seed: 0 } : undefined,
    assign:
      may('assign-seat') && state !== 'held'
        ? (seatId, roomId) => ({ type: 'assign-seat', phaseId, seatId, ...(roomId && { roomId }) })
        : undefined,
    lock: ahead && may('add-seating-rule') ? locking(phaseId, seating, locks) : undefined,
  };
}

function locking(phaseId: PhaseId, { seats }: SeatingView, locks: ReadonlyMap<SeatId, RuleId>) {
  return (seatId: SeatId, ruleId: RuleId): Command | undefined => {
    const held = locks.get(seatId);
    if (held) return { type: 'drop-seating-rule', ruleId: held };
    const roomId = seats[seatId];
    return roomId && { type: 'add-seating-rule', ruleId, rule: { kind: 'pin', phaseId, seatId, roomId } };
  };
}

/** The locked seats of a round, with the rule that locks each. */
function locksIn(phaseId: PhaseId, rules: SeatingDocuments['rules']): ReadonlyMap<SeatId, RuleId> {
  return new Map(
    Object.entries(rules).flatMap(([ruleId, rule]): [SeatId, RuleId][] =>
      rule.kind === 'pin' && rule.phaseId === phaseId ? [[rule.seatId, ruleId as RuleId]] : [],
    ),
  );
}

/** Who is still expected is seated as well: people come late, and their seat is kept. */
function seatingTables({ seats }: StaffView, seating: SeatingView, locks: ReadonlyMap<SeatId, RuleId>): SeatingTable[] {
  const everybody = (Object.entries(seats) as [SeatId, StaffView['seats'][string]][])
    .filter(([, { admission }]) => isSeated(admission))
    .map(([seatId, { name, role, presence }]) => ({ seatId, name, role, presence, locked: locks.has(seatId) }))
    .sort((a, b) => byName(a.name, b.name));
  const byTable = grouped(everybody, ({ seatId }) => seating.seats[seatId]);
  const seatsAt = (roomId: RoomId | undefined) => byTable.get(roomId) ?? [];
  const tables = seating.order.map((roomId) => {
    const { label, topic } = seating.rooms[roomId] ?? {};
    return { roomId, label, topic, seats: seatsAt(roomId) };
  });
  return [...tables, { roomId: undefined, label: undefined, topic: undefined, seats: seatsAt(undefined) }];
}

/** Whether somebody can be seated at a table: people at the door cannot. */
export const isSeated = (admission: StaffView['seats'][string]['admission']): boolean =>
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
