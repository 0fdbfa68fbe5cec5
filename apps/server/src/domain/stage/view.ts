import type { HandsView, Place, SeatId, StageView } from '@werkraum/protocol';
import { placeOf } from '../places.ts';
import { entries, values } from '../records.ts';
import type { Session } from '../session.ts';
import { phaseKind } from './publish.ts';

/** The plenary's stage as everybody admitted sees it (ST-13). */
export function stageView(session: Session): StageView {
  const words = entries(session.stage.words).filter(([seatId]) => placeOf(session, seatId) === 'plenary');
  return {
    onStage: Object.fromEntries(
      onStage(
        session,
        words.map(([seatId]) => seatId),
      ).map((seatId) => [seatId, true]),
    ),
    words: Object.fromEntries(words),
    hands: handsAt(session, 'plenary'),
  };
}

/** Hands that are up at a place and whose owners are still there (ST-6). */
export function handsAt(session: Session, place: Place): HandsView {
  const hands = entries(session.stage.hands)
    .filter(([seatId, hand]) => hand.place === place && placeOf(session, seatId) === place)
    .map(([seatId, hand]) => [seatId, hand.raisedAt] as const);
  return Object.fromEntries(hands);
}

function onStage(session: Session, withTheWord: readonly SeatId[]): SeatId[] {
  if (phaseKind(session) !== 'input-talk') return [];
  const speakers = values(session.people.seats)
    .filter(({ id, role, presence }) => role === 'speaker' && presence === 'here' && placeOf(session, id) === 'plenary')
    .map(({ id }) => id);
  return [...speakers, ...withTheWord];
}
