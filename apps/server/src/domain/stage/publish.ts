import type { PhaseKind, Publish, Role, SeatId } from '@werkraum/protocol';
import { placeOf } from '../places.ts';
import { runningPhase } from '../seats.ts';
import type { Session } from '../session.ts';

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

/** The kind of the phase that runs, paused or not. */
export const phaseKind = (session: Session): PhaseKind | 'no-phase' => runningPhase(session)?.kind ?? 'no-phase';

/** What a seat may send into the video room of the place where it is now (ST-1 to ST-5). */
export function publishOf(session: Session, seatId: SeatId): Publish {
  const seat = session.people.seats[seatId];
  const place = placeOf(session, seatId);
  if (seat?.admission !== 'admitted' || place === 'lobby') return NOTHING;
  if (place !== 'plenary') return session.breakouts.open?.visits[seatId] === place ? SEEN_AND_HEARD : EVERYTHING;
  const allowed = IN_PLENARY[phaseKind(session)][seat.role];
  return seatId in session.stage.words ? { ...allowed, microphone: true, screen: true } : allowed;
}
