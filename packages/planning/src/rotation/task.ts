import type { Seating } from '../encounters.ts';

/** One round of a rotation. People are positions, tables are numbers from 0. */
export interface RotationRound {
  /** How many tables there are. Tables stay empty only where people are too few for them [RO-3]. */
  tables: number;
  /** Limits of each table's size. Absent: as even as possible [RO-2]. */
  sizes?: { least: number; most: number };
  /** Held already, or fixed as it is: never changed, but counted. */
  frozen?: Seating;
  /** Table of a person who must sit there in this round, `NOWHERE` for free. Also how a locked seat is said. */
  pins?: Seating;
  /** Positions of people who are not there in this round. */
  absent?: readonly number[];
}

/** What a rotation is worked out from. At most 500 people, 20 rounds and 60 tables. */
export interface RotationTask {
  people: number;
  rounds: readonly RotationRound[];
  /** Groups that share a table in every round that is not frozen. Groups with somebody in common are one group. */
  together: readonly (readonly number[])[];
  /** Pairs that share no table in any round that is not frozen. */
  apart: readonly (readonly [number, number])[];
  /** Hosts stay at their table in every round that is not frozen. */
  hosts: readonly { person: number; table: number }[];
  /** 32 bit. The same task gives the same plan. */
  seed: number;
  /** A plan to improve, one seating per round; whatever of it keeps to the rules is kept where nothing better is found. */
  start?: readonly Seating[];
}

/** What a plan is worth. Frozen rounds count. */
export interface RotationFigures {
  /** Pairs that meet at least once. */
  met: number;
  /** Pairs that could meet, but do not: `pairs − met`. */
  never: number;
  /** Pairs that meet exactly twice. */
  twice: number;
  /** Pairs that meet three times or more. */
  more: number;
  /** Pairs that could meet: both are there in some round and nothing keeps them apart in all of those rounds [RO-6]. */
  pairs: number;
  bound: { met: number; kind: BoundKind };
  /** No plan lets more pairs meet. */
  perfect: boolean;
}

/** Whether a bound follows from an argument in this package or from the literature. */
export type BoundKind = 'proven' | 'known';

/** Which rules contradict each other, and whom it concerns. `round` counts from 0, people and tables are numbers. */
export type RotationConflict =
  /** Kept together, perhaps by way of others, and kept apart. */
  | { kind: 'together-apart'; people: readonly [number, number] }
  /** Pinned to, or host of, a table there is not. */
  | { kind: 'no-such-table'; round: number; person: number; table: number; tables: number }
  /** One person, or people kept together, must sit at two tables. */
  | { kind: 'two-tables'; round: number; people: readonly number[]; tables: readonly [number, number] }
  /** Two people kept apart must sit at the same table. */
  | { kind: 'apart-pinned'; round: number; people: readonly [number, number]; table: number }
  /** More people must sit at a table than it takes. */
  | { kind: 'table-full'; round: number; table: number; people: readonly number[]; most: number }
  /** More people are kept together than a table takes. */
  | { kind: 'group-too-large'; round: number; people: readonly number[]; most: number }
  /** More people are kept apart from each other than there are tables in use. */
  | { kind: 'too-many-apart'; round: number; people: readonly number[]; tables: number }
  /** So many people cannot be seated within the limits, whatever the other rules say. */
  | { kind: 'sizes'; round: number; present: number; tables: number; least: number; most: number }
  /** The rules of these people cannot all be kept; `proven` is false when only the search for a way was given up. */
  | { kind: 'no-seating'; round: number; people: readonly number[]; proven: boolean };

export type RotationOutcome =
  | {
      ok: true;
      /** One seating per round, `NOWHERE` for people who are not there. */
      plan: readonly Seating[];
      figures: RotationFigures;
      /** Nothing better will come from this search. */
      done: boolean;
    }
  | { ok: false; conflict: RotationConflict };

/** A task without rules: only people, tables and perhaps limits. */
export const plainTask = (people: number, rounds: readonly RotationRound[], seed = 0): RotationTask => ({
  ...{ people, rounds, seed, together: [], apart: [], hosts: [] },
});
