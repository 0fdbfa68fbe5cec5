import type { PhaseId, SeatId } from '@werkraum/protocol';
import type { Round } from '../breakouts/breakouts.ts';
import { isHere, seatsOf, takesPart } from '../seats.ts';
import type { Session } from '../session.ts';

/** Who is seated in the next round and not here, and who is here without a chair in it. */
export interface AttendanceGap {
  phaseId: PhaseId;
  missing: readonly SeatId[];
  newcomers: readonly SeatId[];
  /** Names exactly these people in this round. */
  key: string;
}

/** The round whose tables open next; undefined unless a breakout round follows the phase that runs. */
export function nextRound({ agenda: { phases, running }, breakouts }: Session): Round | undefined {
  const next = running && phases[running.index + 1];
  return next && breakouts.rounds[next.id];
}

/** How the seating of the next round differs from who is here; undefined when it does not, or nobody planned it [RO-26]. */
export function attendanceGap(session: Session): AttendanceGap | undefined {
  const round = session.status === 'running' ? nextRound(session) : undefined;
  if (!round?.planned || round.groups !== 'new') return undefined;
  const { phaseId, seats } = round;
  const people = seatsOf(session).filter(takesPart);
  const missing = people.filter((seat) => seats[seat.id] && !isHere(seat)).map(({ id }) => id);
  const newcomers = people.filter((seat) => !seats[seat.id] && isHere(seat)).map(({ id }) => id);
  if (missing.length + newcomers.length === 0) return undefined;
  return { phaseId, missing, newcomers, key: [phaseId, missing.join(), newcomers.join()].join('|') };
}
