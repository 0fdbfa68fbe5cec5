import type { Reply, SeatId, SessionId } from '@werkraum/protocol';
import { values } from '../domain/records.ts';
import type { Session } from '../domain/session.ts';
import type { Cancel, Clock } from '../ports/clock.ts';
import { isPassing } from './answers.ts';
import type { Handle } from './house.ts';
import type { Report } from './report.ts';

/** Turns connections into the facts "arrived" and "left". */
export interface Presence {
  /** A connection of this seat is open. `arrived` resolves when that is written down, or cannot be for the moment. */
  connect(sessionId: SessionId, seatId: SeatId): { arrived: Promise<void>; disconnect: () => void };
  /** After a restart: who was here has a while to come back. */
  expectBack(session: Session): void;
  forget(sessionId: SessionId): void;
  /** From now on connections that end mean nothing: after a restart people come back to where they were. */
  stop(): void;
}

/** A lost connection is not a departure until the grace is over. */
const GRACE_MS = 8_000;
/** After a restart everybody reconnects at once, with jitter. */
const RESTART_GRACE_MS = 20_000;
const RETRY_MS = 1_000;
const HOUSE = { kind: 'house' } as const;

interface Attendance {
  open: number;
  /** The leave or the retry that is due later. */
  cancel?: Cancel | undefined;
}

export function createPresence({ clock, handle, report }: { clock: Clock; handle: Handle; report: Report }): Presence {
  const sessions = new Map<SessionId, Map<SeatId, Attendance>>();
  let stopped = false;

  function attendanceOf(sessionId: SessionId, seatId: SeatId): Attendance {
    const seats = sessions.get(sessionId) ?? new Map<SeatId, Attendance>();
    sessions.set(sessionId, seats);
    const attendance = seats.get(seatId) ?? { open: 0 };
    seats.set(seatId, attendance);
    return attendance;
  }

  function later(attendance: Attendance, ms: number, run: () => void): void {
    attendance.cancel?.();
    attendance.cancel = clock.at(clock.now() + ms, () => {
      attendance.cancel = undefined;
      run();
    });
  }

  async function say(type: 'arrive' | 'leave', sessionId: SessionId, seatId: SeatId): Promise<void> {
    const reply = await handle(sessionId, { type, seatId }, HOUSE).catch((error: unknown): Reply => {
      report(error, `noting presence in session ${sessionId}`);
      return { ok: false, rejection: 'try-again' };
    });
    const attendance = sessions.get(sessionId)?.get(seatId);
    const stillSo = !stopped && attendance && attendance.open > 0 === (type === 'arrive') && !attendance.cancel;
    if (!stillSo) return;
    if (isPassing(reply)) later(attendance, RETRY_MS, () => void say(type, sessionId, seatId));
    else if (type === 'leave') sessions.get(sessionId)?.delete(seatId);
  }

  function connect(sessionId: SessionId, seatId: SeatId) {
    const attendance = attendanceOf(sessionId, seatId);
    attendance.open += 1;
    attendance.cancel?.();
    attendance.cancel = undefined;
    let gone = false;
    return {
      arrived: say('arrive', sessionId, seatId),
      disconnect() {
        if (gone) return;
        gone = true;
        attendance.open -= 1;
        const isKnown = sessions.get(sessionId)?.get(seatId) === attendance;
        if (attendance.open === 0 && isKnown && !stopped)
          later(attendance, GRACE_MS, () => void say('leave', sessionId, seatId));
      },
    };
  }

  function forget(sessionId: SessionId): void {
    for (const { cancel } of sessions.get(sessionId)?.values() ?? []) cancel?.();
    sessions.delete(sessionId);
  }

  return {
    connect,
    expectBack(session) {
      for (const seat of values(session.people.seats)) {
        if (seat.presence !== 'here') continue;
        const attendance = attendanceOf(session.id, seat.id);
        if (attendance.open > 0) continue;
        later(attendance, RESTART_GRACE_MS, () => void say('leave', session.id, seat.id));
      }
    },
    forget,
    stop() {
      stopped = true;
      for (const sessionId of [...sessions.keys()]) forget(sessionId);
    },
  };
}
