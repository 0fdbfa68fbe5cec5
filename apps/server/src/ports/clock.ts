import type { Instant } from '@werkraum/protocol';

/** Takes a wake-up back; harmless when it has already happened. */
export type Cancel = () => void;

/** The only source of time. `at` fires once, as soon as possible if `when` is past; deadlines are absolute. */
export interface Clock {
  now(): Instant;
  at(when: Instant, run: () => void): Cancel;
}
