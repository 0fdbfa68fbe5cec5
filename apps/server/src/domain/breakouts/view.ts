import type { PhasePlan, SeatingView, StaffView, TablesView, TableView } from '@werkraum/protocol';
import type { RunningPhase } from '../agenda/agenda.ts';
import { entries, values } from '../records.ts';
import { indexOfPhase } from '../seats.ts';
import type { Session } from '../session.ts';
import { keep, remake } from '../share.ts';
import type { OpenRound, Round } from './breakouts.ts';

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
}

export function tablesInputs({ agenda: { phases, running }, breakouts: { open, rounds } }: Session): TablesInputs {
  return {
    ...{ phases, running },
    phaseId: open?.phaseId,
    state: open?.state,
    gatherUntil: open?.gatherUntil,
    closesAt: open?.closesAt,
    tables: open && rounds[open.phaseId]?.tables,
  };
}

/** The tables in use, as everybody admitted sees them; undefined while none are. */
export function tablesView(inputs: TablesInputs): TablesView | undefined {
  const { phases, running, phaseId, state, gatherUntil, closesAt, tables } = inputs;
  const phase = running && phases[running.index];
  if (!phase || !phaseId || !state || !tables) return undefined;
  return {
    phaseId,
    state,
    ...roomsOf(phases, { phaseId, tables }),
    harvestAt: running.endsAt - harvestMs(phase.plannedMs),
    ...(state === 'gathering' && { gatherUntil }),
    ...(closesAt !== undefined && { closesAt }),
  };
}

/** What the views of all seatings are made from, together with the rounds themselves. */
interface Seatings {
  readonly phases: readonly PhasePlan[];
  readonly rounds: Session['breakouts']['rounds'];
  /** Ids of people who are gone for good, as one text. */
  readonly removed: string;
}

const seatingsIn = ({ agenda, breakouts, people }: Session): Seatings => ({
  phases: agenda.phases,
  rounds: breakouts.rounds,
  removed: values(people.seats)
    .flatMap(({ id, admission }) => (admission === 'removed' ? [id] : []))
    .join(),
});

/** The seating of every round that is not over, for staff. */
export function seatingViews(
  session: Session,
  before: { session: Session; view: StaffView['seating'] } | undefined,
): StaffView['seating'] {
  const { running } = session.agenda;
  const begun = session.status === 'ended' ? Number.POSITIVE_INFINITY : (running?.index ?? 0);
  const now = seatingsIn(session);
  const then = before && seatingsIn(before.session);
  const ahead = values(now.rounds).filter(({ phaseId }) => indexOfPhase(session, phaseId) >= begun);
  const views = ahead.map(({ phaseId }) => {
    const view = before?.view[phaseId];
    const inputs = ({ phases, rounds, removed }: Seatings) => ({ phases, removed, round: rounds[phaseId] });
    return [phaseId, remake(now, then && view && { state: then, view }, inputs, seatingView)] as const;
  });
  return keep(before?.view, Object.fromEntries(views));
}

function seatingView({
  phases,
  removed,
  round,
}: Pick<Seatings, 'phases' | 'removed'> & { round: Round | undefined }): SeatingView {
  if (!round) throw new Error('no such round');
  const gone = new Set(removed.split(','));
  const seated = entries(round.seats).filter(([seatId]) => !gone.has(seatId));
  return { ...roomsOf(phases, round), seats: Object.fromEntries(seated), planned: round.planned };
}

function roomsOf(
  phases: readonly PhasePlan[],
  { phaseId, tables }: Pick<Round, 'phaseId' | 'tables'>,
): Pick<SeatingView, 'order' | 'rooms'> {
  const phase = phases.find(({ id }) => id === phaseId);
  const { topic, question } = phase?.kind === 'breakout-round' ? phase.round : { topic: '', question: undefined };
  const card = (label: string): TableView => ({ label, topic, ...(question && { question }) });
  return {
    order: tables.map(({ roomId }) => roomId),
    rooms: Object.fromEntries(tables.map(({ roomId, label }) => [roomId, card(label)])),
  };
}
