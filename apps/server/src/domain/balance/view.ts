import type { BalanceView, Place, SeatId } from '@werkraum/protocol';
import { placesIn } from '../places.ts';
import { entries } from '../records.ts';
import { seatOf } from '../seats.ts';
import type { Session } from '../session.ts';
import { handsByPlace } from '../stage/view.ts';
import { standingsIn } from '../standing.ts';
import type { Speech } from './balance.ts';
import { notAgreed } from './consent.ts';
import { EARLY_MS, type Gathering, gatherings } from './gatherings.ts';
import { speechKeyIn } from './speech-key.ts';

const NOTHING: BalanceView = {};
const OWN_STEP_MS = 10_000;
const SHARES = 20;
/** Whoever spoke about as long as somebody else stands in the order in which hands went up. */
const HANDS_STEP_MS = 30_000;

/**
 * What each seat is told about speaking times [BA-6, BA-7, BA-8]. The only way from what was measured to a client:
 * an amount goes to the seat it is of, and to nobody else.
 */
export function balanceViews(session: Session, speech: Speech): (seatId: SeatId) => BalanceView {
  const places = gatherings(session, speech);
  const standing = standingsIn(session);
  const handsAt = quietFirst(session, speech);
  const forFacilitators = { places: placesView([...places.values()]), notAgreed: notAgreed(session) };
  return (seatId) => {
    const seat = seatOf(session, seatId);
    if (seat?.admission !== 'admitted' || session.status === 'ended') return NOTHING;
    const key = speechKeyIn(standing(seat));
    const gathering = key && places.get(key);
    const hands = handsAt(seatId);
    return {
      ...(gathering && { here: hereView(gathering, seatId) }),
      ...(hands.length > 0 && { hands }),
      ...(seat.role === 'facilitator' && { facilitator: forFacilitators }),
    };
  };
}

function hereView(gathering: Gathering, seatId: SeatId): NonNullable<BalanceView['here']> {
  const { level } = gathering;
  const share = shareOf(gathering, seatId);
  return {
    spokenMs: Math.floor(gathering.spokenMs(seatId) / OWN_STEP_MS) * OWN_STEP_MS,
    ...(share !== undefined && { share }),
    ...(level && { level }),
  };
}

// Own time and own part give the time of all others together: with one other voice, that would be theirs [BA-6].
function shareOf({ members, spokenMs, totalMs, level }: Gathering, seatId: SeatId): number | undefined {
  if (level === undefined || totalMs < EARLY_MS || !members.includes(seatId)) return undefined;
  const otherVoices = members.filter((other) => other !== seatId && spokenMs(other) > 0);
  return otherVoices.length < 2 ? undefined : Math.round((spokenMs(seatId) / totalMs) * SHARES) / SHARES;
}

type Facilitators = NonNullable<BalanceView['facilitator']>;

const placesView = (all: readonly Gathering[]): Facilitators['places'] =>
  Object.fromEntries(
    all.flatMap(({ place, level, silent, members }) =>
      level && members.length > 0 ? [[place, { level, silent: [...silent] }]] : [],
    ),
  );

/** Raised hands at somebody's place, those who spoke least there first; none while that order is not chosen [BA-9]. */
function quietFirst(session: Session, speech: Speech): (seatId: SeatId) => SeatId[] {
  if (session.balance.handOrder === 'raised') return () => [];
  const placeOf = placesIn(session);
  const handsAt = handsByPlace(session);
  const standing = standingsIn(session);
  const steps = (seatId: SeatId): number => {
    const seat = seatOf(session, seatId);
    const key = seat && speechKeyIn(standing(seat));
    return Math.floor(((key && speech.get(key)?.get(seatId)) ?? 0) / HANDS_STEP_MS);
  };
  const ordered = new Map<Place, SeatId[]>();
  return (seatId) => {
    const place = placeOf(seatId);
    const known = ordered.get(place);
    if (known) return known;
    const hands = entries(handsAt(place))
      .map(([id, at]) => ({ id: id as SeatId, at: at ?? 0, steps: steps(id as SeatId) }))
      .toSorted((a, b) => a.steps - b.steps || a.at - b.at || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id);
    ordered.set(place, hands);
    return hands;
  };
}
