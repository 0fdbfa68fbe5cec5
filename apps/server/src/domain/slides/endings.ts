import type { Place, SeatId } from '@werkraum/protocol';
import { values } from '../records.ts';
import type { TurnQueue, Turns } from '../turns/turns.ts';
import { endedUnless, withShowing } from './evolve.ts';
import type { Slides } from './slides.ts';

/** With its phase, what is shown in the plenary ends; what is shown at a table ends with the table [SL-9]. */
export const withoutPlenary = (slides: Slides): Slides => endedUnless(slides, ({ place }) => place !== 'plenary');

export const withoutTables = (slides: Slides): Slides => endedUnless(slides, ({ place }) => place === 'plenary');

/** Turns have begun or ended at tables: there only what their speaker of now shows stays [SL-9]. */
export const afterTurns = (slides: Slides, before: Turns, after: Turns): Slides =>
  endedUnless(slides, ({ place, presenter }) => {
    const [was, is] = [queueAt(before, place), queueAt(after, place)];
    if (!is || was?.running?.turnId === is.running?.turnId) return true;
    return is.running !== undefined && is.turns[is.running.turnId]?.seatId === presenter;
  });

const queueAt = ({ queues }: Turns, place: Place): TurnQueue | undefined =>
  place === 'plenary' || place === 'lobby' ? undefined : queues[place];

/** Who loses the word no longer shows anything in the plenary [SL-9]. */
export const afterWord = (slides: Slides, seatId: SeatId): Slides =>
  endedUnless(slides, ({ place, presenter }) => place !== 'plenary' || presenter !== seatId);

/** What somebody who was removed showed ends; what they turned the pages of goes back to its presenter [SL-11]. */
export function afterRemoval(slides: Slides, seatId: SeatId): Slides {
  const kept = endedUnless(slides, ({ presenter }) => presenter !== seatId);
  return values(kept.showings)
    .filter(({ turner }) => turner === seatId)
    .reduce((rest, showing) => withShowing(rest, { ...showing, turner: showing.presenter }), kept);
}
