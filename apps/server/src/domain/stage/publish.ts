import type { PhaseKind, Publish, Role, SeatId } from '@werkraum/protocol';
import { placeIn } from '../places.ts';
import { seatOf } from '../seats.ts';
import type { Session } from '../session.ts';
import { type Standing, standingOf } from '../standing.ts';

const NOTHING: Publish = { microphone: false, camera: false, screen: false };
const SEEN: Publish = { microphone: false, camera: true, screen: false };
const SEEN_AND_HEARD: Publish = { microphone: true, camera: true, screen: false };
const EVERYTHING: Publish = { microphone: true, camera: true, screen: true };

type ByRole = Readonly<Record<Role, Publish>>;

const ARRIVING: ByRole = {
  facilitator: EVERYTHING,
  timekeeper: EVERYTHING,
  speaker: EVERYTHING,
  participant: SEEN_AND_HEARD,
};
const PRESENTING: ByRole = { ...ARRIVING, timekeeper: SEEN_AND_HEARD };
const LISTENING: ByRole = { ...PRESENTING, participant: SEEN };
const RESTING: ByRole = {
  facilitator: SEEN_AND_HEARD,
  timekeeper: SEEN_AND_HEARD,
  speaker: SEEN_AND_HEARD,
  participant: SEEN_AND_HEARD,
};

/** The table of ST-1. */
const IN_PLENARY: Readonly<Record<PhaseKind | 'no-phase', ByRole>> = {
  'no-phase': ARRIVING,
  intro: PRESENTING,
  'input-talk': LISTENING,
  'breakout-round': PRESENTING,
  'plenary-reflection': PRESENTING,
  break: RESTING,
};

/** What somebody may send into the video room of the place where they are now (ST-1 to ST-5). */
export function publishIn(standing: Standing): Publish {
  const { situation, seat, visiting, hasWord } = standing;
  const place = placeIn(standing);
  if (place === 'lobby') return NOTHING;
  if (place !== 'plenary') return visiting === place ? SEEN_AND_HEARD : EVERYTHING;
  const allowed = IN_PLENARY[situation.phaseKind][seat.role];
  return hasWord ? { ...allowed, microphone: true, screen: true } : allowed;
}

/** What a seat may send; somebody who is nobody sends nothing. */
export function publishOf(session: Session, seatId: SeatId): Publish {
  const seat = seatOf(session, seatId);
  return seat ? publishIn(standingOf(session, seat)) : NOTHING;
}
