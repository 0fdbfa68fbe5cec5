import type { Instant, SessionId } from '@werkraum/protocol';
import { nextDeadline } from '../domain/deadlines.ts';
import type { HouseCommand, Session } from '../domain/session.ts';
import type { Cancel, Clock } from '../ports/clock.ts';
import { isPassing } from './answers.ts';
import type { Handle } from './house.ts';
import type { Report } from './report.ts';

/** Wakes sessions at their next deadline. Holds alarms, not truth: every alarm can be set anew from a session's state. */
export interface Alarms {
  /** After every commit, and when a session was read from the log: an overdue deadline is met at once. */
  watch(sessionId: SessionId, session: Session): void;
  forget(sessionId: SessionId): void;
  stop(): void;
}

const RETRY_MS = 1_000;
const HOUSE = { kind: 'house' } as const;

export function createAlarms({ clock, handle, report }: { clock: Clock; handle: Handle; report: Report }): Alarms {
  const alarms = new Map<SessionId, Cancel>();

  function set(sessionId: SessionId, at: Instant, command: HouseCommand): void {
    const cancel = clock.at(at, () => {
      if (alarms.get(sessionId) === cancel) alarms.delete(sessionId);
      void ring(sessionId, command);
    });
    alarms.set(sessionId, cancel);
  }

  async function ring(sessionId: SessionId, command: HouseCommand): Promise<void> {
    const reply = await handle(sessionId, command, HOUSE).catch((error: unknown) => {
      report(error, `ringing session ${sessionId}`);
      return { ok: false, rejection: 'try-again' } as const;
    });
    // A refusal for good means the deadline was moved meanwhile; that commit has set the alarm anew.
    if (isPassing(reply) && !alarms.has(sessionId)) set(sessionId, clock.now() + RETRY_MS, command);
  }

  function forget(sessionId: SessionId): void {
    alarms.get(sessionId)?.();
    alarms.delete(sessionId);
  }

  return {
    watch(sessionId, session) {
      forget(sessionId);
      const deadline = nextDeadline(session);
      if (deadline) set(sessionId, deadline.at, deadline.command);
    },
    forget,
    stop() {
      for (const sessionId of [...alarms.keys()]) forget(sessionId);
    },
  };
}
