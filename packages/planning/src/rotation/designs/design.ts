import type { Seating } from '../../encounters.ts';
import { pairings } from './pairings.ts';
import { shifts } from './shifts.ts';
import { triples } from './triples.ts';

/**
 * Ready-made schedules for so many people, tables and rounds, one seating per round each. Tables are as even as the schedule has
 * them; perhaps none applies, and none is promised to be without repeats: whoever uses one counts.
 */
export function* designsFor(people: number, tables: number, rounds: number): Generator<Seating[], undefined> {
  if (tables < 2 || people < 2 * tables) return;
  for (const make of [pairings, triples]) {
    const design = make(people, tables, rounds);
    if (design) yield design;
  }
  yield* shifts(people, tables, rounds, designsFor);
}
