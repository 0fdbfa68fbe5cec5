import type { HandsView, Instant, Place, SeatId, StageView } from '@werkraum/protocol';
import { placesIn } from '../places.ts';
import { entries, values } from '../records.ts';
import { runningPhase } from '../seats.ts';
import type { Session } from '../session.ts';

type Places = (seatId: SeatId) => Place;

/** The plenary's stage as everybody admitted sees it (ST-13). `hands` are those that are up in the plenary. */
export function stageView(session: Session, hands: HandsView): StageView {
  const placeOf = placesIn(session);
  const words = entries(session.stage.words).filter(([seatId]) => placeOf(seatId) === 'plenary');
  const speakers = runningPhase(session)?.kind === 'input-talk' ? speakersIn(session, placeOf) : undefined;
  const onStage = speakers ? [...speakers, ...words.map(([seatId]) => seatId)] : [];
  return {
    onStage: Object.fromEntries(onStage.map((seatId) => [seatId, true])),
    words: Object.fromEntries(words),
    hands,
    ...(session.balance.handOrder === 'quiet-first' && { quietFirst: true }),
  };
}

const speakersIn = ({ people }: Session, placeOf: Places): SeatId[] =>
  values(people.seats)
    .filter(({ id, role, presence }) => role === 'speaker' && presence === 'here' && placeOf(id) === 'plenary')
    .map(({ id }) => id);

/** Hands that are up and whose owners are still there, by place (ST-6). */
export function handsByPlace(session: Session): (place: Place) => HandsView {
  const placeOf = placesIn(session);
  const hands = new Map<Place, [SeatId, Instant][]>();
  for (const [seatId, { place, raisedAt }] of entries(session.stage.hands)) {
    if (placeOf(seatId) !== place) continue;
    const there = hands.get(place);
    if (there) there.push([seatId, raisedAt]);
    else hands.set(place, [[seatId, raisedAt]]);
  }
  return (place) => Object.fromEntries(hands.get(place) ?? []);
}
