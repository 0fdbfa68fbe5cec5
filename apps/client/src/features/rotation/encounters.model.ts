import { countEncounters, type Encounters, NOWHERE, type Seating } from '@werkraum/planning/encounters';
import { figuresOf, type RotationFigures, type RotationTask } from '@werkraum/planning/rotation';
import type { PhaseId, RotationFinding, SeatId, SeatingView, SessionView, StaffView } from '@werkraum/protocol';
import { byName } from '../../ui/by-name.ts';
import { isSeated, type SeatingDocuments } from './seating.model.ts';

export interface Guest {
  seatId: SeatId;
  name: string;
}

/** The rounds whose seating is known, as the planner counts them: people by position. */
export interface Tour {
  guests: readonly Guest[];
  phases: readonly PhaseId[];
  seatings: readonly Seating[];
  task: RotationTask;
}

/** More people than this make a table nobody can read. */
export const MOST_IN_MATRIX = 60;

/** Everybody who takes part, and every round that is planned, running or over. */
export function tourOf({ session, staff, rules }: Omit<SeatingDocuments, 'you'>): Tour {
  const known = roundsOf(session, staff);
  const guests = guestsOf(staff, known);
  const order = guests.map(({ seatId }) => seatId);
  const seatings = known.map(({ seating }) => positions(seating, order));
  const apart = Object.values(rules).flatMap((rule) => (rule.kind === 'apart' ? pairsAmong(rule.seats, order) : []));
  const rounds = known.map(({ seating, fixed }, at) => ({
    tables: seating.order.length,
    ...(seating.sizes && { sizes: seating.sizes }),
    ...(fixed && { frozen: seatings[at] ?? [] }),
  }));
  const task = { people: guests.length, rounds, together: [], apart, hosts: [], seed: 0 };
  return { guests, phases: known.map(({ phaseId }) => phaseId), seatings, task };
}

interface Known {
  phaseId: PhaseId;
  seating: SeatingView;
  /** Running or over. */
  fixed: boolean;
}

function roundsOf({ agenda }: SessionView, { seating }: StaffView): Known[] {
  return agenda.order.flatMap((phaseId) => {
    const round = seating[phaseId];
    const fixed = agenda.phases[phaseId]?.state !== 'ahead';
    return round && (round.planned || fixed) ? [{ phaseId, seating: round, fixed }] : [];
  });
}

/** Participants, and whoever else sits in some round; by name. */
function guestsOf({ seats }: StaffView, known: readonly Known[]): Guest[] {
  const seated = new Set(known.flatMap(({ seating }) => Object.keys(seating.seats)));
  return (Object.entries(seats) as [SeatId, StaffView['seats'][string]][])
    .filter(([id, { admission, role }]) => isSeated(admission) && (role === 'participant' || seated.has(id)))
    .map(([seatId, { name }]) => ({ seatId, name }))
    .sort((a, b) => byName(a.name, b.name));
}

const positions = ({ order, seats }: SeatingView, guests: readonly SeatId[]): Seating =>
  guests.map((seatId) => {
    const roomId = seats[seatId];
    return roomId === undefined ? NOWHERE : order.indexOf(roomId);
  });

const pairsAmong = (seats: readonly SeatId[], order: readonly SeatId[]): [number, number][] => {
  const at = seats.map((seatId) => order.indexOf(seatId)).filter((position) => position >= 0);
  return at.flatMap((one, index) => at.slice(index + 1).map((other): [number, number] => [one, other]));
};

/** What the seating is worth as it stands; undefined while nothing is known. */
export const tourFigures = ({ seatings, task }: Tour): RotationFigures | undefined =>
  seatings.length === 0 || task.people < 2 ? undefined : figuresOf(task, seatings);

/** The same rounds as somebody proposes them. */
export function proposedTour(tour: Tour, { people, rounds }: Extract<RotationFinding, { kind: 'plan' }>): Seating[] {
  const at = new Map(people.map((seatId, index) => [seatId, index]));
  return tour.phases.map((phaseId, round) => {
    const plan = rounds[phaseId];
    if (!plan) return tour.seatings[round] ?? [];
    return tour.guests.map(({ seatId }) => plan[at.get(seatId) ?? -1] ?? NOWHERE);
  });
}

/** Who meets whom how often. */
export const meetings = ({ guests, seatings }: Tour): Encounters => countEncounters(guests.length, seatings);

/** Whom each person misses, the longest lists first; nobody who meets everybody. */
export function strangers({ guests }: Tour, { times }: Encounters): { guest: Guest; misses: readonly string[] }[] {
  return guests
    .map((guest, at) => ({
      guest,
      misses: guests.filter((_, other) => other !== at && times(at, other) === 0).map(({ name }) => name),
    }))
    .filter(({ misses }) => misses.length > 0)
    .sort((a, b) => b.misses.length - a.misses.length);
}
