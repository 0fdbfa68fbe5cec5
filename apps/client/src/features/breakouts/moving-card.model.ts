import type { Command, Instant, RoomId, SeatId, SeatView, SessionView } from '@werkraum/protocol';
import { byName } from '../../ui/by-name.ts';

export interface MovingCardModel {
  /** `to-table` on the way there, `to-plenary` on the way back. */
  way: 'to-table' | 'to-plenary';
  roundNumber: number;
  label: string;
  topic: string;
  /** Who else will sit at that table. */
  company: readonly string[];
  leftMs: number;
  /** How much of the announced time is left, 1 to 0. */
  share: number;
  /** Only a trial of moving. */
  practice: boolean;
  /** Walk now instead of being brought. */
  goNow: Command | undefined;
}

const ANNOUNCED_MS = 60_000;
const PRACTICE_ANNOUNCED_MS = 10_000;

/** The card that announces a move of this seat. Undefined while nobody is about to be moved. */
export function movingCard(session: SessionView, you: SeatView, now: Instant): MovingCardModel | undefined {
  const { moving, place } = you;
  const { tables, agenda } = session;
  if (!moving || !tables || moving.to === place || moving.to === 'lobby') return undefined;
  const way = moving.to === 'plenary' ? 'to-plenary' : 'to-table';
  const roomId = (way === 'to-table' ? moving.to : place) as RoomId;
  const type = way === 'to-table' ? 'go-to-table' : 'return-to-plenary';
  const leftMs = Math.max(0, moving.at - now);
  const practice = tables.practiceUntil !== undefined;
  return {
    way,
    roundNumber: agenda.phases[tables.phaseId]?.round?.number ?? 0,
    label: tables.rooms[roomId]?.label ?? '',
    topic: tables.rooms[roomId]?.topic ?? '',
    company: way === 'to-table' ? company(session, roomId, you.seatId) : [],
    leftMs,
    share: Math.min(1, leftMs / (practice ? PRACTICE_ANNOUNCED_MS : ANNOUNCED_MS)),
    practice,
    goNow: you.may.includes(type) ? { type, phaseId: tables.phaseId } : undefined,
  };
}

function company({ people }: SessionView, roomId: RoomId, own: SeatId): string[] {
  return Object.entries(people)
    .filter(([id, person]) => person.table === roomId && id !== own)
    .map(([, { name }]) => name)
    .sort(byName);
}
