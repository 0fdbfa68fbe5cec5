import type { Instant, RoomId, SeatId, SeatView, SessionView, StaffView } from '@werkraum/protocol';
import type { Send } from '../../connection/connection.ts';
import { type Share, shares } from './shares.model.ts';
import { type TurnQueueModel, turnQueue } from './turns.model.ts';

/** One table on the timekeeper's screen. */
export interface TableClockModel {
  roomId: RoomId;
  label: string;
  /** Undefined at a table without timed inputs. */
  queue: TurnQueueModel | undefined;
  shares: ReadonlyMap<SeatId, Share>;
  hands: number;
}

export interface TimekeeperModel {
  /** Title of the phase whose tables these are. */
  title: string;
  paused: boolean;
  tables: readonly TableClockModel[];
}

/** What a timekeeper sees of a round at tables; undefined while no tables are open. */
export function timekeeper(documents: {
  session: SessionView;
  staff: StaffView;
  you: SeatView;
  now: Instant;
  send: Send;
}): TimekeeperModel | undefined {
  const { session, staff, ...own } = documents;
  const { tables, agenda } = session;
  if (!tables) return undefined;
  return {
    title: agenda.phases[tables.phaseId]?.title ?? '',
    paused: agenda.clock?.pausedAt !== undefined,
    tables: tables.order.map((roomId) => {
      const progress = staff.progress[roomId];
      const queue = progress?.turns && turnQueue({ ...own, session, turns: progress.turns });
      return {
        roomId,
        label: tables.rooms[roomId]?.label ?? '',
        queue,
        shares: shares(queue?.lines ?? []),
        hands: Object.keys(progress?.hands ?? {}).length,
      };
    }),
  };
}
