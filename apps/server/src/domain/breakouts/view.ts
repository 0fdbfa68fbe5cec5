import type { Instant, PhaseId, PhasePlan, SeatingView, StaffView, TablesView, TableView } from '@werkraum/protocol';
import type { RunningPhase } from '../agenda/agenda.ts';
import { entries, values } from '../records.ts';
import type { Session } from '../session.ts';
import { keep, remake, sameInputs } from '../share.ts';
import type { OpenRound, Round } from './breakouts.ts';
import { mostAtTable } from './choosing.ts';
import { roundInUse } from './in-use.ts';

/** Time to write results down: the last fifth of a round, at most five minutes. */
const harvestMs = (plannedMs: number): number => Math.min(300_000, Math.round(plannedMs / 5));

/** What the view of the tables in use is made from: the round and its clock, and nothing about who sits where. */
export interface TablesInputs {
  readonly phases: readonly PhasePlan[];
  readonly running: RunningPhase | undefined;
  readonly phaseId: OpenRound['phaseId'] | undefined;
  readonly state: OpenRound['state'] | undefined;
  readonly gatherUntil: OpenRound['gatherUntil'] | undefined;
  readonly closesAt: OpenRound['closesAt'];
  readonly tables: Round['tables'] | undefined;
  readonly practiceUntil: Instant | undefined;
  /** While people choose: so many may sit at each table. */
  readonly most: number | undefined;
}

export function tablesInputs(session: Session): TablesInputs {
  const { phases, running } = session.agenda;
  const { open } = session.breakouts;
  const round = roundInUse(session);
  return {
    ...{ phases, running },
    phaseId: open?.phaseId,
    state: open?.state,
    gatherUntil: open?.gatherUntil,
    closesAt: open?.closesAt,
    tables: round?.tables,
    practiceUntil: open?.practice?.until,
    most: round?.groups === 'choose' && open?.state === 'gathering' ? mostAtTable(session, round) : undefined,
  };
}

/** The tables in use, as everybody admitted sees them; undefined while none are. */
export function tablesView(inputs: TablesInputs): TablesView | undefined {
  const { phases, running, phaseId, state, gatherUntil, closesAt, tables, practiceUntil, most } = inputs;
  const phase = running && phases[running.index];
  if (!phase || !phaseId || !state || !tables) return undefined;
  return {
    phaseId,
    state,
    ...roomsOf(phases, { phaseId, tables }),
    harvestAt: practiceUntil ?? running.endsAt - harvestMs(phase.plannedMs),
    ...(state === 'gathering' && { gatherUntil }),
    ...(most !== undefined && { choosing: { most } }),
    ...(closesAt !== undefined && { closesAt }),
    ...(practiceUntil !== undefined && { practiceUntil }),
  };
}

/** What the seatings for staff are made from. */
interface SeatingsInputs {
  readonly phases: readonly PhasePlan[];
  readonly rounds: Session['breakouts']['rounds'];
  readonly seats: Session['people']['seats'];
}

const seatingsInputs = ({ agenda, breakouts, people }: Session): SeatingsInputs => ({
  phases: agenda.phases,
  rounds: breakouts.rounds,
  seats: people.seats,
});

/** The seating of every round, for staff: of those that are over too, since they say who has met. */
export function seatingViews(
  session: Session,
  before: { session: Session; view: StaffView['seating'] } | undefined,
): StaffView['seating'] {
  const now = seatingsInputs(session);
  const then = before && seatingsInputs(before.session);
  if (then && sameInputs(then, now)) return before.view;
  const rounds = roundsIn(now);
  const old = then && roundsIn(then);
  const views = now.phases.flatMap(({ id }) => {
    if (!now.rounds[id]) return [];
    const view = before?.view[id];
    const seating = remake(rounds, old && view && { state: old, view }, (state) => roundInputs(state, id), seatingView);
    return [[id, seating] as const];
  });
  return keep(before?.view, Object.fromEntries(views));
}

/** What every single seating is made from besides its round. */
interface Rounds extends Pick<SeatingsInputs, 'phases' | 'rounds'> {
  /** Ids of people who are gone for good, as one text: they change far more rarely than other things about people. */
  readonly removed: string;
}

const roundsIn = ({ phases, rounds, seats }: SeatingsInputs): Rounds => ({
  ...{ phases, rounds },
  removed: values(seats)
    .flatMap(({ id, admission }) => (admission === 'removed' ? [id] : []))
    .join(),
});

const roundInputs = ({ phases, rounds, removed }: Rounds, phaseId: PhaseId) => ({
  ...{ phases, removed },
  round: rounds[phaseId],
});

function seatingView({ phases, removed, round }: ReturnType<typeof roundInputs>): SeatingView {
  if (!round) throw new Error('no such round');
  const gone = new Set(removed.split(','));
  const seated = entries(round.seats).filter(([seatId]) => !gone.has(seatId));
  const { groups, sizes, planned } = round;
  const rooms = roomsOf(phases, round);
  return { ...rooms, seats: Object.fromEntries(seated), groups, ...(sizes && { sizes }), planned };
}

/** The tables of a round as people see them. */
export function roomsOf(
  phases: readonly PhasePlan[],
  { phaseId, tables }: Pick<Round, 'phaseId' | 'tables'>,
): Pick<SeatingView, 'order' | 'rooms'> {
  const phase = phases.find(({ id }) => id === phaseId);
  const plan = phase?.kind === 'breakout-round' ? phase.round : undefined;
  const card = (label: string, index: number): TableView => ({
    label,
    topic: plan?.tableTopics?.[index] ?? plan?.topic ?? '',
    ...(plan?.question && { question: plan.question }),
  });
  return {
    order: tables.map(({ roomId }) => roomId),
    rooms: Object.fromEntries(tables.map(({ roomId, label }, index) => [roomId, card(label, index)])),
  };
}
