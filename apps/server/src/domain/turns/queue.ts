import type { Instant, PhaseId, PhasePlan, RoomId, SeatId, TurnId } from '@werkraum/protocol';
import { values } from '../records.ts';
import { usedMs } from './slot.ts';
import type { QueueFact, Turn, TurnQueue, Turns, TurnsFact } from './turns.ts';

/** A seat has one turn per table (TU-2), so the two name it. */
export const turnIdOf = (roomId: RoomId, seatId: SeatId): TurnId => `${roomId}_${seatId}` as TurnId;

const turnOfSeat = (queue: TurnQueue, seatId: SeatId): Turn | undefined => queue.turns[turnIdOf(queue.roomId, seatId)];

/** A table opens for the first time: one waiting turn per seat, in the order given (TU-1). Nothing if the round has no timed inputs. */
export function queueTurns(phase: PhasePlan, roomId: RoomId, seatIds: readonly SeatId[]): TurnsFact[] {
  if (phase.kind !== 'breakout-round' || !phase.round.turns) return [];
  const turns = seatIds.map((seatId) => ({ turnId: turnIdOf(roomId, seatId), seatId }));
  return [{ type: 'turns-queued', roomId, phaseId: phase.id, settings: phase.round.turns, turns }];
}

/**
 * A table opens again for these seats (TU-23): its queue goes on with the input time that was left, newcomers are
 * appended, and whoever no longer sits here leaves it.
 */
export function reopenTurns(queue: TurnQueue, seatIds: readonly SeatId[], now: Instant): TurnsFact[] {
  const gone = values(queue.turns).filter(({ seatId }) => !seatIds.includes(seatId));
  return [
    ...resumeInputs(queue, 'closed', now),
    ...gone.flatMap(({ seatId }) => dropSeat(queue, seatId, now)),
    ...seatIds.flatMap((seatId) => appendTurn(queue, queue.roomId, seatId)),
  ];
}

/** Somebody sat down late or came back (TU-4, TU-12). Nothing for whoever has a turn already, or at a table without a queue. */
export function appendTurn(queue: TurnQueue | undefined, roomId: RoomId, seatId: SeatId): TurnsFact[] {
  if (!queue) return [];
  const turn = turnOfSeat(queue, seatId);
  if (!turn) return [{ type: 'turn-appended', roomId, turnId: turnIdOf(roomId, seatId), seatId }];
  return turn.state === 'absent' ? [{ type: 'turn-postponed', roomId, turnId: turn.id }] : [];
}

/** Somebody no longer sits at this table (TU-6). */
export function dropSeat(queue: TurnQueue | undefined, seatId: SeatId, now: Instant): QueueFact[] {
  const turn = queue && turnOfSeat(queue, seatId);
  if (!queue || !turn) return [];
  const at = { roomId: queue.roomId, turnId: turn.id };
  const spoken = usedMs(queue, turn, now);
  if (spoken === 0) return turn.state === 'done' ? [] : [{ type: 'turn-dropped', ...at }];
  return turn.state === 'now' || turn.state === 'waiting' ? [{ type: 'turn-ended', ...at, usedMs: spoken }] : [];
}

/** The phase pauses: running clocks and input time stop (TU-22). */
export function pauseTurns(turns: Turns, now: Instant): TurnsFact[] {
  return values(turns.queues).flatMap((queue) => [...pauseRunning(queue, now), ...holdForPhase(queue, now)]);
}

/** The phase goes on, and with it what had stopped because of it (TU-22). */
export function resumeTurns(turns: Turns, now: Instant): TurnsFact[] {
  return values(turns.queues).flatMap((queue) => [
    ...(queue.running?.pausedBy === 'phase' ? resumeRunning(queue, now) : []),
    ...resumeInputs(queue, 'phase', now),
  ]);
}

/** The tables of a round close: running turns end with the time spoken, input time is held (TU-23). */
export function closeTurns(turns: Turns, phaseId: PhaseId, now: Instant): TurnsFact[] {
  return values(turns.queues)
    .filter((queue) => queue.phaseId === phaseId)
    .flatMap((queue) => [...endRunning(queue, now), ...holdForClosing(queue, now)]);
}

/** Resumes the running turn: grace and end move by the length of the pause (TU-19). Nothing unless it is paused. */
export function resumeRunning({ roomId, running }: TurnQueue, now: Instant): TurnsFact[] {
  if (running?.pausedAt === undefined) return [];
  const { turnId, pausedAt, graceUntil, endsAt } = running;
  const pause = now - pausedAt;
  return [{ type: 'turn-resumed', roomId, turnId, graceUntil: graceUntil + pause, endsAt: endsAt + pause }];
}

function pauseRunning({ roomId, running }: TurnQueue, now: Instant): TurnsFact[] {
  if (!running || running.pausedAt !== undefined) return [];
  return [{ type: 'turn-paused', roomId, turnId: running.turnId, at: now, by: 'phase' }];
}

/** Ends the turn that runs with the time spoken; nothing when none does. */
export function endRunning(queue: TurnQueue, now: Instant): QueueFact[] {
  const turn = queue.running && queue.turns[queue.running.turnId];
  if (!turn) return [];
  return [{ type: 'turn-ended', roomId: queue.roomId, turnId: turn.id, usedMs: usedMs(queue, turn, now) }];
}

/** Input time that has begun stops with the phase, unless it stands still already. */
function holdForPhase({ roomId, inputsEndAt, inputsHeld }: TurnQueue, now: Instant): TurnsFact[] {
  if (inputsEndAt === undefined || inputsHeld) return [];
  return [{ type: 'inputs-held', roomId, at: now, why: 'phase' }];
}

function holdForClosing({ roomId, inputsEndAt, inputsHeld }: TurnQueue, now: Instant): TurnsFact[] {
  if (inputsEndAt === undefined || inputsHeld?.why === 'closed') return [];
  return [{ type: 'inputs-held', roomId, at: inputsHeld?.at ?? now, why: 'closed' }];
}

function resumeInputs(
  { roomId, inputsEndAt, inputsHeld }: TurnQueue,
  why: 'phase' | 'closed',
  now: Instant,
): TurnsFact[] {
  if (inputsEndAt === undefined || inputsHeld?.why !== why) return [];
  return [{ type: 'inputs-resumed', roomId, endsAt: inputsEndAt + (now - inputsHeld.at) }];
}
