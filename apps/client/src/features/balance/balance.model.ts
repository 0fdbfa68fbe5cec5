import type { BalanceLevel, BalanceView, Place, RoomId, SessionView } from '@werkraum/protocol';
import { clockFace } from '../../ui/clock-face.ts';

/** Parts people have words for. */
const PARTS = [
  ['hardly', 0.05],
  ['tenth', 0.1],
  ['fifth', 0.2],
  ['quarter', 0.25],
  ['third', 0.33],
  ['half', 0.5],
  ['twoThirds', 0.67],
  ['threeQuarters', 0.75],
  ['nearlyAll', 0.95],
] as const;

export type Part = (typeof PARTS)[number][0];
/** What can be said of a place. Of two people nothing is. */
export type Said = Exclude<BalanceLevel, 'too-few'>;

export interface OwnBalance {
  /** `3:10`; undefined for less than ten seconds. */
  time: string | undefined;
  part: Part | undefined;
  level: Said | undefined;
}

export interface PlaceBalanceModel {
  level: Said | undefined;
  /** Names of those who have not spoken yet, in the order of names. */
  silent: readonly string[];
}

/** The word that comes nearest to a share. */
export function partOf(share: number): Part {
  const nearest = PARTS.toSorted(([, a], [, b]) => Math.abs(a - share) - Math.abs(b - share));
  return nearest[0]?.[0] ?? 'hardly';
}

const said = (level: BalanceLevel | undefined): Said | undefined => (level === 'too-few' ? undefined : level);

/** The own speaking time at the own place; undefined where nothing is measured. */
export function ownBalance({ here }: BalanceView): OwnBalance | undefined {
  if (!here) return undefined;
  const { spokenMs, share, level } = here;
  return {
    time: spokenMs > 0 ? clockFace(spokenMs).text : undefined,
    part: spokenMs > 0 && share !== undefined ? partOf(share) : undefined,
    level: said(level),
  };
}

/** How a place is, for a facilitator; undefined when there is nothing to say about it. */
export function placeBalance(
  { facilitator }: BalanceView,
  place: RoomId | Place,
  people: SessionView['people'],
): PlaceBalanceModel | undefined {
  const found = facilitator?.places[place];
  if (!found) return undefined;
  const silent = found.silent.flatMap((seatId) => people[seatId]?.name ?? []);
  const level = said(found.level);
  return level || silent.length > 0 ? { level, silent } : undefined;
}
