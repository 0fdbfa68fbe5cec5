import type { Instant, SeatId, TurnId } from '@werkraum/protocol';
import type { Session } from '../session.ts';
import { evolveQueue } from './evolve.ts';
import { isAtTable, isOnTheWay, waitsForBeat } from './pacing.ts';
import { dropSeat } from './queue.ts';
import { slotFor, waiting, wholeSlot } from './slot.ts';
import type { QueueFact, Turn, TurnQueue } from './turns.ts';

/** Who speaks next: the first waiting turn whose person is at the table (TU-11). */
export const nextTurn = (session: Session, queue: TurnQueue): Turn | undefined =>
  waiting(queue).find(({ seatId }) => isAtTable(session, seatId, queue.roomId));

/** Starts the next turn and remembers those passed over. `except` has just been postponed and does not start itself again (TU-13). */
export function startNext(session: Session, queue: TurnQueue, except: TurnId | undefined, now: Instant): QueueFact[] {
  const { absent, next } = callNext(session, queue, except);
  if (!next) return absent;
  return [...absent, ...beginTurn(session, absent.reduce(evolveQueue, queue), next, now)];
}

/** Who is next, and the facts about those who are passed over for not being here (TU-11). */
export function callNext(session: Session, queue: TurnQueue, except?: TurnId): { absent: QueueFact[]; next?: Turn } {
  const others = waiting(queue).filter(({ id }) => id !== except);
  const next = others.find(({ seatId }) => isAtTable(session, seatId, queue.roomId));
  const before = next ? others.slice(0, others.indexOf(next)) : others;
  const absent = before
    .filter(({ seatId }) => !isOnTheWay(session, seatId))
    .map(({ id }) => ({ type: 'turn-absent' as const, roomId: queue.roomId, turnId: id }));
  return { absent, ...(next && { next }) };
}

/** Somebody no longer sits at this table; if it was their turn, the next begins, or with the beat (TU-6, TU-31). */
export function leaveQueue(session: Session, queue: TurnQueue | undefined, seatId: SeatId, now: Instant): QueueFact[] {
  const left = dropSeat(queue, seatId, now);
  const spoke = queue?.running && queue.turns[queue.running.turnId]?.seatId === seatId;
  if (!queue || !spoke || waitsForBeat(session, queue)) return left;
  return [...left, ...startNext(session, left.reduce(evolveQueue, queue), undefined, now)];
}

/** Begins a waiting turn with its grace, and the input round with it when it is the first (TU-7). */
export function beginTurn(session: Session, queue: TurnQueue, turn: Turn, now: Instant): QueueFact[] {
  const opening = openInputs(session, queue, now);
  const begun = opening.reduce(evolveQueue, queue);
  return [...opening, ...giveFloor(session, begun, turn, wholeSlot(begun, now), now)];
}

/** The facts that begin a table's input round; none when it has begun. */
export const openInputs = (session: Session, queue: TurnQueue, now: Instant): QueueFact[] =>
  queue.inputsEndAt === undefined ? beginInputs(session, queue, now) : [];

/** Starts a waiting turn that is given this slot, in ms, less what it used before. */
export function giveFloor(session: Session, queue: TurnQueue, turn: Turn, wholeMs: number, now: Instant): QueueFact[] {
  const { roomId, settings } = queue;
  const slotMs = slotFor(queue, turn, wholeMs);
  const graceUntil = now + settings.graceMs;
  const started = { type: 'turn-started', roomId, turnId: turn.id, graceUntil, endsAt: graceUntil + slotMs } as const;
  return [
    { ...started, slotMs: slotMs + (turn.usedMs ?? 0) },
    ...(isPhasePaused(session)
      ? [{ type: 'turn-paused', roomId, turnId: turn.id, at: now, by: 'phase' } as const]
      : []),
  ];
}

/** Whether the clock of the whole phase stands still, and every turn with it (TU-22). */
export const isPhasePaused = (session: Session): boolean => session.agenda.running?.pausedAt !== undefined;

function beginInputs(session: Session, { roomId, settings }: TurnQueue, now: Instant): QueueFact[] {
  const phase = session.agenda.running;
  const phaseLeftMs = phase ? Math.max(0, phase.endsAt - (phase.pausedAt ?? now)) : 0;
  const endsAt = now + Math.min(settings.inputsMs, phaseLeftMs);
  const begun = { type: 'inputs-begun', roomId, endsAt } as const;
  return isPhasePaused(session) ? [begun, { type: 'inputs-held', roomId, at: now, why: 'phase' } as const] : [begun];
}
