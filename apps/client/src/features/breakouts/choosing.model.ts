import type { Command, Instant, RoomId, SeatView, SessionView } from '@werkraum/protocol';
import { byName } from '../../ui/by-name.ts';

export interface ChairsModel {
  roomId: RoomId;
  label: string;
  /** Who has taken a chair here, the viewer left out. */
  company: readonly string[];
  left: number;
  own: boolean;
  /** Undefined: it is the own table, or full. */
  take: Command | undefined;
}

export interface ChoosingModel {
  roundNumber: number;
  topic: string;
  tables: readonly ChairsModel[];
  /** Label of the table chosen so far. */
  chosen: string | undefined;
  leftMs: number;
  /** How much of the minute is left, 1 to 0. */
  share: number;
}

const ANNOUNCED_MS = 60_000;

/** The tables one can choose from; undefined while there is nothing to choose. */
export function choosing(session: SessionView, you: SeatView, now: Instant): ChoosingModel | undefined {
  const { tables, people, agenda } = session;
  if (!tables?.choosing || !you.may.includes('choose-table')) return undefined;
  const { phaseId, order, rooms, gatherUntil = now } = tables;
  const { most } = tables.choosing;
  const own = people[you.seatId]?.table;
  const leftMs = Math.max(0, gatherUntil - now);
  return {
    roundNumber: agenda.phases[phaseId]?.round?.number ?? 0,
    topic: agenda.phases[phaseId]?.round?.topic ?? '',
    tables: order.map((roomId): ChairsModel => {
      const others = Object.entries(people).filter(([id, { table }]) => table === roomId && id !== you.seatId);
      const here = others.filter(([, { presence }]) => presence === 'here').length;
      const left = Math.max(0, most - here - (own === roomId ? 1 : 0));
      return {
        ...{ roomId, label: rooms[roomId]?.label ?? '', left, own: own === roomId },
        company: others.map(([, { name }]) => name).sort(byName),
        take: own !== roomId && left > 0 ? { type: 'choose-table', phaseId, roomId } : undefined,
      };
    }),
    chosen: own === undefined ? undefined : rooms[own]?.label,
    ...{ leftMs, share: Math.min(1, leftMs / ANNOUNCED_MS) },
  };
}
