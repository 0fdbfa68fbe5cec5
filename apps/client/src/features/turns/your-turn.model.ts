import type { Instant } from '@werkraum/protocol';
import type { Action } from './turn-actions.ts';
import type { TurnClock } from './turn-clock.ts';
import type { TurnQueueModel } from './turns.model.ts';

/** What concerns oneself in the input round: it is my turn, or it soon will be. */
export type YourTurnModel =
  | {
      kind: 'now';
      clock: TurnClock;
      /** Somebody keeping the time asked to come to an end. */
      nudged: boolean;
      /** Who comes afterwards. */
      nextName: string | undefined;
      done: Action | undefined;
      later: Action | undefined;
      pass: Action | undefined;
      resume: Action | undefined;
    }
  | {
      kind: 'next';
      /** Who speaks now; undefined while nobody does. */
      afterName: string | undefined;
      /** Time until then, in ms: never below zero, because nobody is cut off. */
      inMs: number | undefined;
      /** All tables start their next turn together. */
      onBeat: boolean;
      /** The round of inputs has not begun: one is the first. */
      first: boolean;
      start: Action | undefined;
      later: Action | undefined;
      pass: Action | undefined;
    };

/** Undefined while one's turn is neither running nor next. */
export function yourTurn(
  { state, speaking, next, beat }: TurnQueueModel,
  nudgedAt?: Instant,
): YourTurnModel | undefined {
  if (speaking?.own) {
    const { end, later, pass, resume } = speaking.actions;
    const nudged = nudgedAt !== undefined;
    return { kind: 'now', clock: speaking.clock, nudged, nextName: next?.name, done: end, later, pass, resume };
  }
  if (!next?.own) return undefined;
  const { start, later, pass } = next.actions;
  const inMs = speaking && Math.max(0, speaking.clock.leftMs + speaking.clock.graceMs);
  const onBeat = beat !== undefined;
  return { kind: 'next', afterName: speaking?.name, inMs, onBeat, first: state === 'ready', start, later, pass };
}
