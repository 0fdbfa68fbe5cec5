import type { EndReport, ReportOut } from '@werkraum/protocol';
import type { Seat } from '../people/people.ts';
import { accept, type Decision, reject, type Session } from '../session.ts';

/** Puts a table of a round that has closed before everybody [BO-17]; it takes the place of the one that reported. */
export function reportOut(session: Session, { phaseId, roomId }: ReportOut, { id: by }: Seat, now: number): Decision {
  const { open, rounds } = session.breakouts;
  if (open) return reject('tables-in-use');
  const round = rounds[phaseId];
  if (!round?.tables.some((table) => table.roomId === roomId)) return reject('no-such-table');
  if (round.openings === 0) return reject('tables-not-open');
  if (session.board.report?.roomId === roomId) return accept();
  return accept({ type: 'report-started', phaseId, roomId, at: now, by });
}

export function endReport({ board: { report } }: Session, { roomId }: EndReport): Decision {
  return report?.roomId === roomId ? accept({ type: 'report-ended', roomId }) : accept();
}
