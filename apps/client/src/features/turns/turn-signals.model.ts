import type { Instant, TurnId } from '@werkraum/protocol';
import type { TurnQueueModel } from './turns.model.ts';

/** What one moment of an input round means for ears. */
export interface Moment {
  turnId: TurnId | undefined;
  /** Whose turn it is; undefined for somebody who has left, or nobody. */
  name: string | undefined;
  own: boolean;
  ownNext: boolean;
  /** Undefined while no clock runs: nobody speaks, grace, pause. */
  leftMs: number | undefined;
  /** Moves when the turn is extended or resumed: the time left is then compared anew. */
  endsAt: Instant | undefined;
}

export type Signal =
  | { kind: 'your-turn' | 'you-are-next' | 'half-minute' | 'ten-seconds' | 'time-up' }
  | { kind: 'speaks'; name: string }
  | { kind: 'minutes'; count: number };

export function momentOf({ speaking, next }: TurnQueueModel, now: Instant): Moment {
  const running = speaking && !speaking.clock.paused && speaking.clock.state !== 'grace';
  return {
    turnId: speaking?.turnId,
    name: speaking?.name,
    own: speaking?.own ?? false,
    ownNext: speaking !== undefined && (next?.own ?? false),
    leftMs: running ? speaking.clock.leftMs : undefined,
    endsAt: running ? now + speaking.clock.leftMs : undefined,
  };
}

/**
 * What to sound or say between two moments. Nothing at first sight: a page that loads in the middle of a turn shows it.
 * Of several marks passed at once only the last counts, so that a tab coming back from sleep does not read a list.
 */
export function turnSignals(before: Moment | undefined, after: Moment): Signal[] {
  if (!before) return [];
  return [...speakerSignals(before, after), ...nextSignals(before, after), ...clockSignals(before, after)];
}

function speakerSignals(before: Moment, after: Moment): Signal[] {
  if (after.turnId === undefined || after.turnId === before.turnId) return [];
  if (after.own) return [{ kind: 'your-turn' }];
  return after.name === undefined ? [] : [{ kind: 'speaks', name: after.name }];
}

const nextSignals = (before: Moment, after: Moment): Signal[] =>
  after.ownNext && !before.ownNext ? [{ kind: 'you-are-next' }] : [];

const MARKS: readonly { atMs: number; signal: Signal }[] = [
  { atMs: 0, signal: { kind: 'time-up' } },
  { atMs: 10_000, signal: { kind: 'ten-seconds' } },
  { atMs: 30_000, signal: { kind: 'half-minute' } },
  ...[1, 2, 3, 4, 5].map((count) => ({ atMs: count * 60_000, signal: { kind: 'minutes', count } as const })),
];

function clockSignals(before: Moment, after: Moment): Signal[] {
  if (before.leftMs === undefined || after.leftMs === undefined) return [];
  if (before.turnId !== after.turnId || before.endsAt !== after.endsAt) return [];
  const [from, to] = [before.leftMs, after.leftMs];
  const mark = MARKS.find(({ atMs }) => from > atMs && to <= atMs);
  return mark ? [mark.signal] : [];
}
