import type { RoomId, SeatId } from '@werkraum/protocol';
import { values } from '../records.ts';
import type { Turns } from '../turns/turns.ts';
import { endedUnless, withShowing } from './evolve.ts';
import type { Slides } from './slides.ts';

/** With its phase, what is shown in the plenary ends; what is shown at a table ends with the table [SL-9]. */
export const withoutPlenary = (slides: Slides): Slides => endedUnless(slides, ({ place }) => place !== 'plenary');

export const withoutTables = (slides: Slides): Slides => endedUnless(slides, ({ place }) => place === 'plenary');

/** A turn has begun or ended at a table: only what its speaker of now shows stays [SL-9]. */
export function afterTurn(slides: Slides, before: Turns, after: Turns, roomId: RoomId): Slides {
  const shown = slides.showings[roomId];
  const [was, is] = [before.queues[roomId], after.queues[roomId]];
  if (!shown || !is || was?.running?.turnId === is.running?.turnId) return slides;
  const speaker = is.running && is.turns[is.running.turnId]?.seatId;
  return endedUnless(slides, ({ place, presenter }) => place !== roomId || presenter === speaker);
}

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
