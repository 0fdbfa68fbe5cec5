import { planRotation, type RotationOutcome, type RotationTask } from '@werkraum/planning/rotation';
import type {
  PhaseId,
  RequestId,
  RoomId,
  RotationFinding,
  RotationProposalView,
  SeatId,
  SeatingRule,
  SeatingView,
  StaffView,
} from '@werkraum/protocol';
import { type Documents, modelSession, type Scene } from '../../gallery/model-session.ts';

/** Rounds of the model workshop. */
const ROUNDS = ['round-1', 'round-2', 'round-3'] as const;

export interface LiteralRotation extends Scene {
  /** Participants; absent: the nine of the model workshop. */
  names?: readonly string[];
  tables?: number;
  /** How many rounds are planned. */
  planned?: number;
  /** Something else about a round. */
  rounds?: Partial<Record<(typeof ROUNDS)[number], Partial<SeatingView>>>;
  rules?: Record<string, SeatingRule>;
  proposal?: (documents: Documents) => RotationProposalView;
  away?: readonly string[];
}

const NINE = ['Ada', 'Ben', 'Cem', 'Dora', 'Emil', 'Finja', 'Greta', 'Hakan', 'Ines'];
const idOf = (name: string): SeatId => name.toLowerCase().replaceAll(/[^a-z]/g, '') as SeatId;

/** What a facilitator holds about the seating of all rounds, as the planner makes it. */
export function literalRotation(literal: LiteralRotation): Documents {
  const { names = NINE, tables = 2, planned = 3, rounds = {}, rules = {}, proposal, away = [], ...scene } = literal;
  const documents = modelSession({ you: 'frieda', ...scene });
  const plan = planOf({ people: names.length, tables, rounds: planned });
  const seating = Object.fromEntries(
    ROUNDS.map((id, at) => [id, { ...seatingView(documents, id, names, tables, plan[at]), ...rounds[id] }]),
  );
  const staff = { ...staffOf(documents, names, away), seating };
  const { facilitators: other } = documents;
  if (!other) throw new Error('only facilitators see rules');
  const facilitators = { ...other, rotation: { rules } };
  const held: Documents = { ...documents, staff, facilitators };
  if (!proposal) return held;
  return { ...held, facilitators: { ...facilitators, rotation: { rules, proposal: proposal(held) } } };
}

function staffOf({ staff }: Documents, names: readonly string[], away: readonly string[]): StaffView {
  if (!staff) throw new Error('only staff see a seating');
  const others = Object.entries(staff.seats).filter(([, { role }]) => role !== 'participant');
  const guests = names.map((name) => [
    idOf(name),
    {
      name,
      role: 'participant',
      presence: away.includes(name) ? 'away' : 'here',
      admission: 'admitted',
      invited: true,
    },
  ]);
  return { ...staff, seats: Object.fromEntries([...others, ...guests]) };
}

const planOf = ({ people, tables, rounds }: { people: number; tables: number; rounds: number }) =>
  rounds === 0
    ? []
    : planned({ people, rounds: Array(rounds).fill({ tables }), together: [], apart: [], hosts: [], seed: 2 });

function planned(task: RotationTask) {
  const outcome = lastOf(task);
  return outcome.ok ? outcome.plan : [];
}

function lastOf(task: RotationTask): RotationOutcome {
  const work = planRotation(task, { steps: 20 });
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

function seatingView(
  { session }: Documents,
  id: string,
  names: readonly string[],
  tables: number,
  plan: readonly number[] | undefined,
): SeatingView {
  const order = Array.from({ length: tables }, (_, at) => `${id}-${String.fromCharCode(97 + at)}` as RoomId);
  const topic = session.agenda.phases[id]?.round?.topic ?? '';
  const seats = plan ? names.map((name, at) => [idOf(name), order[plan[at] ?? 0]]) : [];
  return {
    order,
    rooms: Object.fromEntries(order.map((roomId, at) => [roomId, { label: String.fromCharCode(65 + at), topic }])),
    seats: Object.fromEntries(seats),
    groups: 'new',
    planned: plan !== undefined,
  };
}

type Wish = Pick<RotationProposalView, 'method' | 'by'>;
const wish = { requestId: 'wish' as RequestId };

/** Somebody has asked, and nothing was found yet. */
export const workingOn =
  (asked: Wish = { method: 'anew', by: 'frieda' as SeatId }) =>
  (): RotationProposalView => ({ ...wish, ...asked });

/** A conflict instead of a plan. */
export const conflicting =
  (conflict: Extract<RotationFinding, { kind: 'conflict' }>['conflict']) => (): RotationProposalView => ({
    ...{ ...wish, method: 'anew', by: 'frieda' as SeatId },
    found: { basis: 'here', finding: { kind: 'conflict', conflict }, done: true, outdated: false },
  });

/** A plan as the planner would find it, for the rounds ahead; whoever is away is left out of the next one. */
export const proposing =
  (asked: Wish, more: { done?: boolean; outdated?: boolean } = {}) =>
  ({ staff, session }: Documents): RotationProposalView => {
    const people = guestsOf(staff);
    const phases = ROUNDS.filter((id) => session.agenda.phases[id]?.state === 'ahead') as string[] as PhaseId[];
    const rounds = phases.map((id, at) => ({
      tables: staff?.seating[id]?.order.length ?? 2,
      ...(at === 0 && asked.method === 'attendance' && { absent: awayAmong(people, staff) }),
    }));
    const outcome = lastOf({ people: people.length, rounds, together: [], apart: [], hosts: [], seed: 8 });
    if (!outcome.ok) throw new Error('no plan for the gallery');
    const plan = Object.fromEntries(phases.map((id, at) => [id, [...(outcome.plan[at] ?? [])]]));
    const finding: RotationFinding = { kind: 'plan', people, rounds: plan, figures: outcome.figures };
    return { ...wish, ...asked, found: { basis: 'here', finding, done: true, outdated: false, ...more } };
  };

const guestsOf = (staff: StaffView | undefined): SeatId[] =>
  Object.entries(staff?.seats ?? {}).flatMap(([id, { role }]) => (role === 'participant' ? [id as SeatId] : []));

const awayAmong = (people: readonly SeatId[], staff: StaffView | undefined): number[] =>
  people.flatMap((id, at) => (staff?.seats[id]?.presence === 'here' ? [] : [at]));
