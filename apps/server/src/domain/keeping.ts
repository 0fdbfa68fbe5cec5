import type { Instant } from '@werkraum/protocol';
import { values } from './records.ts';
import type { Session } from './session.ts';

const DAY_MS = 24 * 3_600_000;
/** A session without a date may be planned long ahead. */
const UNDATED_DAYS = 180;

/**
 * When a session is deleted by itself: so many days after it has ended. One that never ended is counted from its planned
 * beginning; without one it is kept half a year from its creation, or longer if that is what is set [KE-21].
 */
export function keptUntil(session: Session, days: number): Instant {
  const { status, startsAt, createdAt, agenda } = session;
  if (status === 'ended') return (agenda.past.at(-1)?.endedAt ?? createdAt) + days * DAY_MS;
  if (startsAt !== undefined) return Math.max(startsAt, createdAt) + days * DAY_MS;
  return createdAt + Math.max(days, UNDATED_DAYS) * DAY_MS;
}

/** Nothing is deleted while somebody is in it. */
export const isOccupied = ({ status, people }: Session): boolean =>
  status !== 'ended' && values(people.seats).some(({ presence }) => presence === 'here');
