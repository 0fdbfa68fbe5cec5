import type { BalanceLevel, Place, SeatId, SpeechKey } from '@werkraum/protocol';
import { placeIn } from '../places.ts';
import { values } from '../records.ts';
import { isHere, seatsOf } from '../seats.ts';
import type { Session } from '../session.ts';
import { type Standing, standingsIn } from '../standing.ts';
import type { Speech } from './balance.ts';
import { inequality } from './inequality.ts';
import { speechKeyIn } from './speech-key.ts';

/** The people of one place and how long each of them has spoken there. */
export interface Gathering {
  readonly place: Place;
  /** Those whose speaking is weighed and who are here now. */
  readonly members: readonly SeatId[];
  readonly spokenMs: (seatId: SeatId) => number;
  /** Of all members. */
  readonly totalMs: number;
  /** Undefined where one voice is what the phase is about. */
  readonly level: BalanceLevel | undefined;
  /** By name. */
  readonly silent: readonly SeatId[];
}

const MIN_MEMBERS = 3;
/** With less than this nothing is said about anybody. */
export const EARLY_MS = 180_000;
/** A greeting or a cough is not yet a contribution. */
const SPOKEN_MS = 3_000;
/** Of five people: one holds half of the talk and the others share the rest (0.375) is still balanced; */
const BALANCED_UP_TO = 0.4;
/** three of them share it all (0.5) is leaning, two (0.75) or one (1) is one-sided. */
const LEANING_UP_TO = 0.65;

/** Every place where speech is summed up and somebody is. */
export function gatherings(session: Session, speech: Speech): ReadonlyMap<SpeechKey, Gathering> {
  const standing = standingsIn(session);
  const here = new Map<SpeechKey, Standing[]>();
  for (const each of seatsOf(session).filter(isHere).map(standing)) {
    const key = speechKeyIn(each);
    if (!key) continue;
    const others = here.get(key);
    if (others) others.push(each);
    else here.set(key, [each]);
  }
  return new Map([...here].map(([key, people]) => [key, gathering(session, people, speech.get(key))]));
}

function gathering(session: Session, people: readonly Standing[], sums: ReadonlyMap<SeatId, number> | undefined) {
  const place = people[0] ? placeIn(people[0]) : 'plenary';
  const weighed = people.filter(isWeighed).map(({ seat }) => seat);
  const members = weighed.map(({ id }) => id);
  const spokenMs = (seatId: SeatId) => sums?.get(seatId) ?? 0;
  const amounts = members.map(spokenMs);
  const totalMs = amounts.reduce((sum, amount) => sum + amount, 0);
  const quiet = totalMs < EARLY_MS ? [] : weighed.filter(({ id }) => spokenMs(id) < SPOKEN_MS);
  const heard = hadTheirTurn(session, place);
  const silent = quiet.filter(({ id }) => !heard.has(id)).toSorted((a, b) => a.name.localeCompare(b.name));
  const level = isTalk(people) ? undefined : levelOf(amounts, totalMs);
  return { place, members, spokenMs, totalMs, level, silent: silent.map(({ id }) => id) };
}

// Moderating and pacing are no contributions to weigh, unless somebody was seated at the table [BA-5].
function isWeighed({ seat, table, visiting, situation }: Standing): boolean {
  if (visiting) return false;
  if (situation.tables && table) return true;
  return seat.role === 'participant' || seat.role === 'speaker';
}

const isTalk = ([one]: readonly Standing[]): boolean => one?.situation.phaseKind === 'input-talk';

function levelOf(amounts: readonly number[], totalMs: number): BalanceLevel {
  if (amounts.length < MIN_MEMBERS) return 'too-few';
  if (totalMs < EARLY_MS) return 'too-early';
  const spread = inequality(amounts);
  if (spread <= BALANCED_UP_TO) return 'balanced';
  return spread <= LEANING_UP_TO ? 'leaning' : 'one-sided';
}

/** Who has spoken in a turn of their own at this table: that is not summed up, and not silence either [BA-3]. */
function hadTheirTurn({ turns }: Session, place: Place): ReadonlySet<SeatId> {
  const queue = place === 'plenary' || place === 'lobby' ? undefined : turns.queues[place];
  const spoke = values(queue?.turns ?? {}).filter(({ state, usedMs = 0 }) => state === 'now' || usedMs > 0);
  return new Set(spoke.map(({ seatId }) => seatId));
}
