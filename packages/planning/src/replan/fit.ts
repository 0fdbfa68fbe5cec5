/**
 * How time is taken from phases, or given back to them. `spread`: from each in proportion to what it can give. `next`: from
 * the nearest first. `longest`: from the longest first, until it is no longer than the others. `drop`: the rest keeps its
 * length and as few phases as possible go.
 */
export type Strategy = 'spread' | 'next' | 'longest' | 'drop';
export const STRATEGIES: readonly Strategy[] = ['spread', 'next', 'longest', 'drop'];

/** A phase whose length may change. All lengths are whole milliseconds, not negative. */
export interface PhaseToFit {
  readonly id: string;
  readonly plannedMs: number;
  /** The shortest it may become; one that is longer than `plannedMs` leaves the phase as it is. */
  readonly minMs: number;
  /** Neither changed nor dropped. */
  readonly locked?: boolean;
  /** Goes only when the others together are not enough: people come for it, or it holds the rest together. */
  readonly dear?: boolean;
  /** The length it had before earlier plans changed it: what it grows back to. Without it, a phase may grow as far as there is room. */
  readonly wishMs?: number;
  /** What its contents take (turns of an input round); a shorter phase is named in `squeezed`. */
  readonly neededMs?: number;
}

/** What becomes of phases that should take a given time. */
export interface Fit {
  readonly strategy: Strategy;
  /** The phases that stay, in their order, with their new lengths. */
  readonly phases: readonly { readonly id: string; readonly plannedMs: number }[];
  readonly dropped: readonly string[];
  /** The sum of the new lengths. */
  readonly totalMs: number;
  /** How much longer that is than asked for; zero when it fits. */
  readonly shortMs: number;
  /** How much shorter that is than asked for. At most one of `shortMs` and `spareMs` is above zero. */
  readonly spareMs: number;
  /** Phases that were long enough for their contents and no longer are. */
  readonly squeezed: readonly string[];
  /** When it does not fit: what dropping each phase would bring, the best first. Empty when it fits. */
  readonly reliefs: readonly Relief[];
}

/** What dropping one phase would bring. */
export interface Relief {
  readonly id: string;
  /** Its length: the time it would free. */
  readonly givesMs: number;
  /** What would still be missing with the others at their shortest; zero when they fit then. */
  readonly shortMs: number;
}
