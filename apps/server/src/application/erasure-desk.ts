import type { SeatId, SessionId } from '@werkraum/protocol';
import { eraserOf } from '../domain/erase.ts';
import { values } from '../domain/records.ts';
import type { Session } from '../domain/session.ts';
import type { Cancel, Clock } from '../ports/clock.ts';
import type { House } from './house.ts';
import type { Report } from './report.ts';

/**
 * Carries out erasures that were asked for: in the stores beside the log, then in the log itself [KE-18]. Holds work, not truth:
 * what was asked and not finished begins again from a session's state, also after a crash.
 */
export interface ErasureDesk {
  /** After every commit, and when a session was read from the log. */
  watch(sessionId: SessionId, before: Session | undefined, after: Session): void;
  idle(): Promise<void>;
  stop(): void;
}

export interface ErasureDeskParts {
  house: Pick<House, 'handle' | 'rewrite' | 'eraseBeside'>;
  clock: Clock;
  report: Report;
}

const AGAIN_MS = 30_000;

export function createErasureDesk({ house, clock, report }: ErasureDeskParts): ErasureDesk {
  const works = new Map<string, Promise<void>>();
  const again = new Map<string, Cancel>();
  let stopped = false;

  async function erase(sessionId: SessionId, seatId: SeatId): Promise<void> {
    await house.eraseBeside(sessionId, seatId);
    await house.rewrite(sessionId, eraserOf(seatId));
    const reply = await house.handle(sessionId, { type: 'finish-erasure', seatId }, { kind: 'house' });
    if (!reply.ok) throw new Error(`an erasure could not be finished: ${reply.rejection}`);
  }

  function begin(sessionId: SessionId, seatId: SeatId): void {
    const key = `${sessionId} ${seatId}`;
    if (works.has(key) || again.has(key)) return;
    const work = erase(sessionId, seatId)
      .catch((error: unknown) => {
        report(error, `erasing a person from session ${sessionId}`);
        const retry = () => {
          again.delete(key);
          begin(sessionId, seatId);
        };
        if (!stopped) again.set(key, clock.at(clock.now() + AGAIN_MS, retry));
      })
      .finally(() => works.delete(key));
    works.set(key, work);
  }

  return {
    watch(sessionId, before, { people }) {
      if (before?.people === people) return;
      for (const { id, erasure } of values(people.seats)) if (erasure === 'asked') begin(sessionId, id);
    },
    async idle() {
      while (works.size > 0) await Promise.allSettled([...works.values()]);
    },
    stop() {
      stopped = true;
      for (const cancel of again.values()) cancel();
      again.clear();
    },
  };
}
