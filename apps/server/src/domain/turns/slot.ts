import type { Instant } from '@werkraum/protocol';
import type { RunningTurn, Turn, TurnQueue } from './turns.ts';

/** No turn is granted less, unless the plan itself has shorter slots. */
const SHORTEST_SLOT_MS = 15_000;

const shortest = ({ settings }: TurnQueue): number => Math.min(SHORTEST_SLOT_MS, settings.slotMs);

/** Time spoken in the turn that runs, in ms: from the end of the grace, pauses not counted (TU-9, TU-21). */
const spokenMs = (running: RunningTurn, now: Instant): number =>
  Math.max(0, (running.pausedAt ?? now) - running.graceUntil);

/** Time the turn's person has spoken altogether at this table, in ms. */
export function usedMs(queue: TurnQueue, turn: Turn, now: Instant): number {
  const running = queue.running?.turnId === turn.id ? spokenMs(queue.running, now) : 0;
  return (turn.usedMs ?? 0) + running;
}

/** The turns that wait, in order. */
export const waiting = (queue: TurnQueue): Turn[] =>
  queue.order.flatMap((id) => {
    const turn = queue.turns[id];
    return turn?.state === 'waiting' ? [turn] : [];
  });

/** What somebody who has not spoken would get if their turn started now, in ms (TU-16, TU-17). The queue must have begun. */
export function wholeSlot(queue: TurnQueue, now: Instant): number {
  const { settings, inputsEndAt = now, inputsHeld } = queue;
  return settings.mode === 'fixed' ? settings.slotMs : shareOf(queue, inputsEndAt - (inputsHeld?.at ?? now));
}

/** What a turn gets of a whole slot: what it has not used before, but never next to nothing (TU-18). */
export const slotFor = (queue: TurnQueue, turn: Turn, wholeMs: number): number =>
  Math.max(shortest(queue), wholeMs - (turn.usedMs ?? 0));

/**
 * What everybody who waits gets if the turn of now uses its time exactly, in ms (TU-17); before the first start, if it
 * is made now. Undefined while it depends on when the next one starts, when nobody waits, and with fixed slots.
 */
export function shareToCome(queue: TurnQueue): number | undefined {
  const { settings, running, inputsEndAt, inputsHeld } = queue;
  if (settings.mode === 'fixed' || waiting(queue).length === 0) return undefined;
  if (inputsEndAt === undefined) return shareOf(queue, settings.inputsMs);
  if (!running) return undefined;
  // Both clocks run or stand together; a turn that somebody paused is seen as it was then.
  const at = running.pausedAt ?? 0;
  return shareOf(queue, inputsEndAt - (inputsHeld?.at ?? at) - (running.endsAt - at));
}

function shareOf(queue: TurnQueue, leftMs: number): number {
  const { settings } = queue;
  const shareMs = leftMs / waiting(queue).length - settings.graceMs;
  const wholeSeconds = Math.floor(shareMs / 1_000) * 1_000;
  return Math.min(2 * settings.slotMs, Math.max(shortest(queue), wholeSeconds));
}
