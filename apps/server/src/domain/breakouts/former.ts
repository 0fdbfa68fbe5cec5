import type { PhaseId, RoomId, SeatId } from '@werkraum/protocol';
import { type ById, entries, ids } from '../records.ts';
import { seatOf } from '../seats.ts';
import type { Session } from '../session.ts';
import type { Breakouts, OpenRound, Sat } from './breakouts.ts';

/**
 * Who belonged to which table when it closed: those who had been let in, and had gone there if it was still gathering.
 * It is theirs to look back on [BO-20].
 */
export function membersOf(session: Session, { phaseId, state, there }: OpenRound): ById<SeatId, RoomId> {
  const seats = session.breakouts.rounds[phaseId]?.seats ?? {};
  const members = entries(seats).filter(
    ([seatId]) => seatOf(session, seatId)?.admission === 'admitted' && (state !== 'gathering' || there[seatId]),
  );
  return Object.fromEntries(members);
}

export const sitAt = ({ sat = {} }: Breakouts, seatId: SeatId, roomId: RoomId): boolean =>
  (sat[seatId] ?? []).some((each) => each.roomId === roomId);

/** The tables people sat at, with those of a round that has closed. Each counts once; the newest stands last. */
export function withMembers(breakouts: Breakouts, phaseId: PhaseId, members: ById<SeatId, RoomId>): Breakouts {
  if (ids(members).length === 0) return breakouts;
  const { sat = {} } = breakouts;
  const news = entries(members).map(([seatId, roomId]): [SeatId, readonly Sat[]] => {
    const others = (sat[seatId] ?? []).filter((each) => each.roomId !== roomId);
    return [seatId, [...others, { phaseId, roomId }]];
  });
  return { ...breakouts, sat: { ...sat, ...Object.fromEntries(news) } };
}

/** Whether any table has closed of which somebody may look back. */
export const closedTables = ({ rounds, open, sat }: Breakouts): Sat[] =>
  sat === undefined
    ? []
    : ids(rounds).flatMap((phaseId) =>
        open?.phaseId === phaseId && !open.practice
          ? []
          : (rounds[phaseId]?.tables ?? []).map(({ roomId }) => ({ phaseId, roomId })),
      );
