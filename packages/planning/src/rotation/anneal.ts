import type { Random } from '../random.ts';
import { type Hall, tryChange } from './moves.ts';

/** One cooling from warm to cold, worked off in pieces. */
export interface Cooling {
  readonly hall: Hall;
  readonly random: Random;
  /** Temperatures in units of cost. */
  readonly from: number;
  readonly to: number;
  /** Work over all pieces, and how much of it is done. */
  readonly work: number;
  done: number;
  /** The best that was on the board. */
  readonly best: { met: number; squares: number; seats: Int16Array };
}

export function coolingOf(hall: Hall, random: Random, range: Pick<Cooling, 'from' | 'to' | 'work'>): Cooling {
  const { score, seats } = hall.board;
  return { hall, random, ...range, done: 0, best: { ...score, seats: seats.slice() } };
}

/** Changes tried before the temperature is looked at again. */
const CHANGES = 128;

/**
 * Works on for so many looks at pairs: simulated annealing (Kirkpatrick, Gelatt and Vecchi, "Optimization by simulated
 * annealing", Science 1983) with the changes of `tryChange`. Stops early once `enough` pairs meet with no more `squares`.
 */
export function cool(cooling: Cooling, work: number, enough: { met: number; squares: number }): void {
  const { hall, random, from, to, best } = cooling;
  const { score } = hall.board;
  const end = Math.min(cooling.work, cooling.done + work);
  let warmth = from;
  const accept = (cost: number): boolean => cost <= 0 || random.next() < Math.exp(-cost / warmth);
  while (cooling.done < end) {
    warmth = from * (to / from) ** (cooling.done / cooling.work);
    for (let change = 0; change < CHANGES; change++) {
      cooling.done += tryChange(hall, random, accept);
      if (score.met < best.met || (score.met === best.met && score.squares >= best.squares)) continue;
      best.met = score.met;
      best.squares = score.squares;
      best.seats.set(hall.board.seats);
    }
    if (best.met >= enough.met && best.squares <= enough.squares) return;
  }
}
