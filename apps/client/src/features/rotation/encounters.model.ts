import { countEncounters, type Encounters, NOWHERE, type Seating } from '@werkraum/planning/encounters';
import { figuresOf, type RotationFigures, type RotationTask } from '@werkraum/planning/rotation';
import type { PhaseId, SeatId, SeatingView, SessionView, StaffView } from '@werkraum/protocol';
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
export function tourOf({ session, staff }: Pick<SeatingDocuments, 'session' | 'staff'>): Tour {
  const known = roundsOf(session, staff);
  const guests = guestsOf(staff, known);
  const order = guests.map(({ seatId }) => seatId);
  const seatings = known.map(({ seating }) => positions(seating, order));
  const rounds = known.map(({ seating, fixed }, at) => ({
    tables: seating.order.length,
    ...(seating.sizes && { sizes: seating.sizes }),
    ...(fixed && { frozen: seatings[at] ?? [] }),
  }));
  // Without the rules: pairs that meet although they should not are pairs that meet.
  const task = { people: guests.length, rounds, together: [], apart: [], hosts: [], seed: 0 };
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

/** What the seating is worth as it stands; undefined while nothing is known. */
export const tourFigures = ({ seatings, task }: Tour): RotationFigures | undefined =>
  seatings.length === 0 || task.people < 2 ? undefined : figuresOf(task, seatings);

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
