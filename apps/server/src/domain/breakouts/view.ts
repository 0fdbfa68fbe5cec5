import type { SeatingView, StaffView, TablesView, TableView } from '@werkraum/protocol';
import { entries, values } from '../records.ts';
import { indexOfPhase, isHere, runningPhase, seatOf } from '../seats.ts';
import type { Session } from '../session.ts';
import { handsAt } from '../stage/view.ts';
import { turnsView } from '../turns/view.ts';
import type { Round } from './breakouts.ts';

/** Time to write results down: the last fifth of a round, at most five minutes. */
const harvestMs = (plannedMs: number): number => Math.min(300_000, Math.round(plannedMs / 5));

/** The tables in use, as everybody admitted sees them; undefined while none are. */
export function tablesView(session: Session): TablesView | undefined {
  const { open, rounds } = session.breakouts;
  const round = open && rounds[open.phaseId];
  const phase = runningPhase(session);
  if (!round || !phase || !session.agenda.running) return undefined;
  const { phaseId, state, gatherUntil, closesAt } = open;
  return {
    phaseId,
    state,
    ...roomsOf(session, round),
    harvestAt: session.agenda.running.endsAt - harvestMs(phase.plannedMs),
    ...(state === 'gathering' && { gatherUntil }),
    ...(closesAt !== undefined && { closesAt }),
  };
}

/** The seating of every round that is not over, for staff. */
export function seatingViews(session: Session): StaffView['seating'] {
  const { running } = session.agenda;
  const begun = session.status === 'ended' ? Number.POSITIVE_INFINITY : (running?.index ?? 0);
  return Object.fromEntries(
    values(session.breakouts.rounds)
      .filter(({ phaseId }) => indexOfPhase(session, phaseId) >= begun)
      .map((round) => [round.phaseId, seatingView(session, round)]),
  );
}

function seatingView(session: Session, round: Round): SeatingView {
  const seated = entries(round.seats).filter(([seatId]) => seatOf(session, seatId)?.admission !== 'removed');
  return { ...roomsOf(session, round), seats: Object.fromEntries(seated), planned: round.planned };
}

/** What staff know of each table in use: its queue, its hands, whether somebody sits alone. Never its content. */
export function progressViews(session: Session): StaffView['progress'] {
  const { open, rounds } = session.breakouts;
  const round = open && rounds[open.phaseId];
  if (!round) return {};
  return Object.fromEntries(
    round.tables.map(({ roomId }) => {
      const here = entries(round.seats).filter(([id, room]) => room === roomId && isHere(seatOf(session, id)));
      const turns = turnsView(session, roomId);
      return [roomId, { lonely: here.length === 1, hands: handsAt(session, roomId), ...(turns && { turns }) }];
    }),
  );
}

function roomsOf({ agenda }: Session, { phaseId, tables }: Round): Pick<SeatingView, 'order' | 'rooms'> {
  const phase = agenda.phases.find(({ id }) => id === phaseId);
  const { topic, question } = phase?.kind === 'breakout-round' ? phase.round : { topic: '', question: undefined };
  const card = (label: string): TableView => ({ label, topic, ...(question && { question }) });
  return {
    order: tables.map(({ roomId }) => roomId),
    rooms: Object.fromEntries(tables.map(({ roomId, label }) => [roomId, card(label)])),
  };
}
