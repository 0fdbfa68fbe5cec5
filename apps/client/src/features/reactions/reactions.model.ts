import type { React, ReactionKind, ReactionsView, SeatView, SessionView } from '@werkraum/protocol';

/** In the order in which they are offered and shown. */
export const KINDS: readonly ReactionKind[] = ['agree', 'applause', 'heart', 'laugh', 'wonder'];
/** How long a sign stays in sight. */
export const SHOWN_MS = 6_000;

export type Counts = ReactionsView['counts'];

/** The sign for those who are where this person is; undefined where nobody could see it. */
export function reactionHere(
  kind: ReactionKind,
  { status }: SessionView,
  { place, admission }: SeatView,
): React | undefined {
  const open = (status === 'open' || status === 'running') && admission === 'admitted';
  return open && place !== 'lobby' ? { kind, place } : undefined;
}

/** All signs of several messages together, in the order in which they are offered. */
export function together(all: readonly Counts[]): readonly { kind: ReactionKind; count: number }[] {
  return KINDS.map((kind) => ({ kind, count: all.reduce((sum, counts) => sum + (counts[kind] ?? 0), 0) })).filter(
    ({ count }) => count > 0,
  );
}
