import type { Command, RoomId, SeatId, SeatView, SessionView, StaffView } from '@werkraum/protocol';

/** What a facilitator can do on the plan of the round that runs. An action that is not possible is undefined. */
export interface TableActions {
  move: ((seatId: SeatId, roomId: RoomId | undefined) => Command) | undefined;
  visit: ((roomId: RoomId) => Command) | undefined;
  leave: Command | undefined;
}

export function tableActions({ tables }: SessionView, you: SeatView): TableActions {
  const may = (type: Command['type']): boolean => tables !== undefined && you.may.includes(type);
  const phaseId = tables?.phaseId;
  if (!phaseId) return { move: undefined, visit: undefined, leave: undefined };
  return {
    move:
      may('assign-seat') && tables?.practiceUntil === undefined
        ? (seatId, roomId) => ({ type: 'assign-seat', phaseId, seatId, ...(roomId && { roomId }) })
        : undefined,
    visit: may('visit-table') ? (roomId) => ({ type: 'visit-table', phaseId, roomId }) : undefined,
    leave: may('leave-table') && you.place !== 'plenary' ? { type: 'leave-table', phaseId } : undefined,
  };
}

export interface LonelyModel {
  seatId: SeatId;
  name: string;
  label: string;
  /** The way out: the table with the fewest people where somebody sits. */
  move: { command: Command; label: string } | undefined;
}

/** Who sits alone at a table, with a way to company. For staff. */
export function lonely(session: SessionView, you: SeatView, staff: StaffView | undefined): readonly LonelyModel[] {
  const { tables, people } = session;
  if (!tables || tables.state === 'closing' || !staff) return [];
  return tables.order.flatMap((roomId) => {
    if (!staff.progress[roomId]?.lonely) return [];
    const alone = seatedHere(session, roomId)[0];
    const name = alone && people[alone]?.name;
    const label = tables.rooms[roomId]?.label ?? '';
    return alone && name ? [{ seatId: alone, name, label, move: company(session, you, roomId, alone) }] : [];
  });
}

function company(session: SessionView, you: SeatView, from: RoomId, seatId: SeatId): LonelyModel['move'] {
  const { tables } = session;
  const move = tableActions(session, you).move;
  if (!tables || !move) return undefined;
  const others = tables.order
    .filter((roomId) => roomId !== from)
    .map((roomId) => ({ roomId, count: seatedHere(session, roomId).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count);
  const target = others[0]?.roomId;
  return target && { command: move(seatId, target), label: tables.rooms[target]?.label ?? '' };
}

const seatedHere = ({ people }: SessionView, roomId: RoomId): SeatId[] =>
  (Object.keys(people) as SeatId[]).filter(
    (id) => people[id]?.table === roomId && people[id]?.place === roomId && people[id]?.presence === 'here',
  );
