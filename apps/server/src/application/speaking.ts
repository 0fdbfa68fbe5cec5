import type { Instant, SeatId, SessionId, Spoke } from '@werkraum/protocol';
import type { Speech } from '../domain/balance/balance.ts';
import { notAgreed } from '../domain/balance/consent.ts';
import { speechKeyIn } from '../domain/balance/speech-key.ts';
import type { HouseCommand, Session } from '../domain/session.ts';
import { changedStandings, goneSeats } from '../domain/standing.ts';
import type { Cancel, Clock } from '../ports/clock.ts';
import { isPassing } from './answers.ts';
import type { Handle } from './house.ts';
import type { Report } from './report.ts';
import { createSpoken, type Spoken, speechOf } from './spoken.ts';

/**
 * Holds how long people have spoken, as their own clients say: in memory only, from the beginning of a session to its end
 * (ADR 0018). A restart forgets; clients tell the whole sum of their place again.
 */
export interface Speaking {
  /** Follows where seats are. With `before` undefined the session was just read: everybody has been there all the time. */
  watch(sessionId: SessionId, before: Session | undefined, after: Session): void;
  /** One seat's client tells its sum. */
  hear(sessionId: SessionId, seatId: SeatId, spoke: Spoke): void;
  speech(sessionId: SessionId): Speech;
  /** Called when a sum has become another one. */
  onHeard(listen: (sessionId: SessionId) => void): void;
  forget(sessionId: SessionId): void;
  stop(): void;
}

interface Listening {
  seats: Map<SeatId, Spoken>;
  /** Since when nothing has been missed. */
  from: Instant;
  cancel?: Cancel;
}

/** The last reports of an ended session are on their way. */
const LAST_WORDS_MS = 5_000;
const RETRY_MS = 1_000;
const HOUSE = { kind: 'house' } as const;
const NOTHING: Speech = new Map();

export function createSpeaking({ clock, handle, report }: { clock: Clock; handle: Handle; report: Report }): Speaking {
  const sessions = new Map<SessionId, Listening>();
  const listeners: ((sessionId: SessionId) => void)[] = [];

  function begin(sessionId: SessionId, from: Instant): Listening {
    const listening = { seats: new Map<SeatId, Spoken>(), from };
    sessions.set(sessionId, listening);
    return listening;
  }

  function forget(sessionId: SessionId): void {
    sessions.get(sessionId)?.cancel?.();
    sessions.delete(sessionId);
  }

  function later(sessionId: SessionId, ms: number, run: () => void): void {
    const listening = sessions.get(sessionId);
    if (listening) listening.cancel = clock.at(clock.now() + ms, run);
  }

  // Nobody is asked twice: what may not be kept is forgotten before anybody could try.
  function end(sessionId: SessionId, session: Session): void {
    if (notAgreed(session) > 0) forget(sessionId);
    else later(sessionId, LAST_WORDS_MS, () => void keep(sessionId));
  }

  async function keep(sessionId: SessionId): Promise<void> {
    const listening = sessions.get(sessionId);
    if (!listening) return;
    const reply = await handle(sessionId, keepCommand(listening), HOUSE).catch((error: unknown) => {
      report(error, `keeping what everybody agreed to in session ${sessionId}`);
      return { ok: false, rejection: 'try-again' } as const;
    });
    if (isPassing(reply)) later(sessionId, RETRY_MS, () => void keep(sessionId));
    else forget(sessionId);
  }

  return {
    watch(sessionId, before, after) {
      if (after.status !== 'running') {
        if (after.status === 'ended' && before?.status === 'running') end(sessionId, after);
        return;
      }
      const isRead = before === undefined;
      const known = sessions.get(sessionId);
      const listening = known ?? begin(sessionId, clock.now());
      const since = isRead ? (after.agenda.running?.startedAt ?? clock.now()) : clock.now();
      follow(listening.seats, known && before, after, since);
    },
    hear(sessionId, seatId, spoke) {
      const isNew = sessions.get(sessionId)?.seats.get(seatId)?.hear(spoke, clock.now()) ?? false;
      if (isNew) for (const listen of listeners) listen(sessionId);
    },
    speech: (sessionId) => {
      const listening = sessions.get(sessionId);
      return listening ? speechOf(listening.seats) : NOTHING;
    },
    onHeard: (listen) => void listeners.push(listen),
    forget,
    stop() {
      for (const sessionId of [...sessions.keys()]) forget(sessionId);
    },
  };
}

/** Takes every seat that may be elsewhere now to where it is; who was removed leaves nothing behind. */
function follow(seats: Map<SeatId, Spoken>, before: Session | undefined, after: Session, since: Instant): void {
  for (const seatId of goneSeats(after, before)) seats.delete(seatId);
  for (const standing of changedStandings(after, before)) {
    const { id, admission } = standing.seat;
    if (admission === 'removed') seats.delete(id);
    if (admission !== 'admitted') continue;
    const spoken = seats.get(id) ?? createSpoken();
    seats.set(id, spoken);
    spoken.moveTo(speechKeyIn(standing), since);
  }
}

function keepCommand({ seats, from }: Listening): Extract<HouseCommand, { type: 'keep-speaking-times' }> {
  const totals = [...seats].map(([seatId, spoken]) => [seatId, spoken.sums().reduce((sum, [, ms]) => sum + ms, 0)]);
  return { type: 'keep-speaking-times', from, seats: Object.fromEntries(totals) };
}
