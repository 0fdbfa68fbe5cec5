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

/**
 * What a turn that starts now gets before its clock runs out, in ms (TU-16, TU-17, TU-18).
 * The queue must have begun; the turn is one of those that wait.
 */
export function slotFor(queue: TurnQueue, turn: Turn, now: Instant): number {
  const whole = queue.settings.mode === 'fixed' ? queue.settings.slotMs : fairShare(queue, now);
  return Math.max(shortest(queue), whole - (turn.usedMs ?? 0));
}

function fairShare(queue: TurnQueue, now: Instant): number {
  const { settings, inputsEndAt = now, inputsHeld } = queue;
  const leftMs = inputsEndAt - (inputsHeld?.at ?? now);
  const shareMs = leftMs / waiting(queue).length - settings.graceMs;
  const wholeSeconds = Math.floor(shareMs / 1_000) * 1_000;
  return Math.min(2 * settings.slotMs, Math.max(shortest(queue), wholeSeconds));
}
