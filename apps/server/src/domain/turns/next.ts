import type { Instant, TurnId } from '@werkraum/protocol';
import type { Session } from '../session.ts';
import { evolveQueue } from './evolve.ts';
import { isAtTable, isOnTheWay } from './pacing.ts';
import { slotFor, waiting } from './slot.ts';
import type { Turn, TurnQueue, TurnsFact } from './turns.ts';

/** Who speaks next: the first waiting turn whose person is at the table (TU-11). */
export const nextTurn = (session: Session, queue: TurnQueue): Turn | undefined =>
  waiting(queue).find(({ seatId }) => isAtTable(session, seatId, queue.roomId));

/** Starts the next turn and remembers those passed over. `except` has just been postponed and does not start itself again (TU-13). */
export function startNext(session: Session, queue: TurnQueue, except: TurnId, now: Instant): TurnsFact[] {
  const others = waiting(queue).filter(({ id }) => id !== except);
  const next = others.find(({ seatId }) => isAtTable(session, seatId, queue.roomId));
  const before = next ? others.slice(0, others.indexOf(next)) : others;
  const absent = before
    .filter(({ seatId }) => !isOnTheWay(session, seatId))
    .map(({ id }) => ({ type: 'turn-absent' as const, roomId: queue.roomId, turnId: id }));
  if (!next) return absent;
  return [...absent, ...beginTurn(session, absent.reduce(evolveQueue, queue), next, now)];
}

/** Begins a waiting turn with its grace, and the input round with it when it is the first (TU-7). */
export function beginTurn(session: Session, queue: TurnQueue, turn: Turn, now: Instant): TurnsFact[] {
  const { roomId, settings } = queue;
  const opening = queue.inputsEndAt === undefined ? beginInputs(session, queue, now) : [];
  const slotMs = slotFor(opening.reduce(evolveQueue, queue), turn, now);
  const graceUntil = now + settings.graceMs;
  const started = { type: 'turn-started', roomId, turnId: turn.id, graceUntil, endsAt: graceUntil + slotMs } as const;
  return [
    ...opening,
    { ...started, slotMs: slotMs + (turn.usedMs ?? 0) },
    ...(isPhasePaused(session)
      ? [{ type: 'turn-paused', roomId, turnId: turn.id, at: now, by: 'phase' } as const]
      : []),
  ];
}

/** Whether the clock of the whole phase stands still, and every turn with it (TU-22). */
export const isPhasePaused = (session: Session): boolean => session.agenda.running?.pausedAt !== undefined;

function beginInputs(session: Session, { roomId, settings }: TurnQueue, now: Instant) {
  const phase = session.agenda.running;
  const phaseLeftMs = phase ? Math.max(0, phase.endsAt - (phase.pausedAt ?? now)) : 0;
  const endsAt = now + Math.min(settings.inputsMs, phaseLeftMs);
  const begun = { type: 'inputs-begun', roomId, endsAt } as const;
  return isPhasePaused(session) ? [begun, { type: 'inputs-held', roomId, at: now, why: 'phase' } as const] : [begun];
}
