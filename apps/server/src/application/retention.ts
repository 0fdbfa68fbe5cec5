import type { Instant, SessionId } from '@werkraum/protocol';
import { isOccupied, keptUntil } from '../domain/keeping.ts';
import type { Session } from '../domain/session.ts';
import type { Cancel, Clock } from '../ports/clock.ts';
import type { House } from './house.ts';
import type { Report } from './report.ts';

/** Deletes sessions whose days are over [KE-21]. One alarm for the next of them; computed anew from the logs at the start [KE-22]. */
export interface Retention {
  /** After every commit, and when a session was read from the log. */
  watch(sessionId: SessionId, session: Session): void;
  forget(sessionId: SessionId): void;
  stop(): void;
}

export interface RetentionParts {
  house: Pick<House, 'look' | 'delete'>;
  clock: Clock;
  report: Report;
  /** So many days a session is kept, 0 to 180. */
  days: number;
  /** Told of each session that was deleted. */
  deleted: (sessionId: SessionId) => void;
}

/** After a deletion that failed, or that somebody's presence put off. */
const AGAIN_MS = 3_600_000;

export function createRetention({ house, clock, report, days, deleted }: RetentionParts): Retention {
  const due = new Map<SessionId, Instant>();
  let next: { at: Instant; cancel: Cancel } | undefined;
  let stopped = false;

  function arm(): void {
    const at = Math.min(...due.values());
    if (next?.at === at || stopped) return;
    next?.cancel();
    next = Number.isFinite(at) ? { at, cancel: clock.at(at, () => void ring()) } : undefined;
  }

  async function ring(): Promise<void> {
    next = undefined;
    const now = clock.now();
    for (const [sessionId, at] of [...due]) if (at <= now) await end(sessionId, now);
    arm();
  }

  async function end(sessionId: SessionId, now: Instant): Promise<void> {
    due.set(sessionId, now + AGAIN_MS);
    try {
      const condition = await house.look(sessionId);
      if (condition.kind !== 'fine') return;
      const until = keptUntil(condition.session, days);
      if (until > now) return void due.set(sessionId, until);
      if (isOccupied(condition.session)) return;
      await house.delete(sessionId);
      deleted(sessionId);
    } catch (error) {
      report(error, `deleting session ${sessionId} after its days`);
    }
  }

  return {
    watch(sessionId, session) {
      const until = keptUntil(session, days);
      if (due.get(sessionId) === until) return;
      due.set(sessionId, until);
      arm();
    },
    forget(sessionId) {
      due.delete(sessionId);
      arm();
    },
    stop() {
      stopped = true;
      next?.cancel();
    },
  };
}
