import type { AgendaChange, PhasePlan, PhaseRecord, SessionRecord, TableRecord, TurnRecord } from '@werkraum/protocol';
import type { Holding, Round, Table } from '../breakouts/breakouts.ts';
import { assertNever } from '../records.ts';
import { seatOf } from '../seats.ts';
import type { Session } from '../session.ts';
import type { EditFact } from './agenda.ts';

/** Planned versus actual, of every phase, table and turn: for the host, who knows the names anyway [AG-21]. */
export function recordOf(session: Session): SessionRecord {
  const { id: sessionId, title, language, status, createdAt, agenda } = session;
  const { phases, plan = phases, dropped, startedAt, endedAt, hardEndMs, edits } = agenda;
  return {
    ...{ sessionId, title, language, status, createdAt },
    ...(startedAt !== undefined && { startedAt }),
    ...(endedAt !== undefined && { endedAt }),
    plannedMs: plan.reduce((sum, { plannedMs }) => sum + plannedMs, 0),
    ...(hardEndMs !== undefined && { hardEndMs }),
    phases: [...phases, ...dropped.map(({ phase }) => phase)].map((phase) => phaseRecord(session, phase)),
    changes: edits.map(changeOf),
  };
}

function phaseRecord(session: Session, phase: PhasePlan): PhaseRecord {
  const { past, running, phases, plan } = session.agenda;
  const { id, kind, title, plannedMs } = phase;
  const done = past.find(({ phaseId }) => phaseId === id);
  const index = phases.indexOf(phase);
  const now = running?.index === index ? running : undefined;
  const original = plan?.find((each) => each.id === id)?.plannedMs;
  return {
    ...{ phaseId: id, kind, title, plannedMs },
    fate: now ? 'running' : done ? 'held' : index < 0 ? 'dropped' : 'ahead',
    ...(original !== undefined && { originalMs: original }),
    ...(now && { startedAt: now.startedAt }),
    ...(!now && done && { startedAt: done.startedAt, endedAt: done.endedAt }),
    ...(phase.kind === 'breakout-round' && { round: roundRecord(session, phase, index) }),
  };
}

type RoundPhase = Extract<PhasePlan, { kind: 'breakout-round' }>;

function roundRecord(session: Session, phase: RoundPhase, index: number): NonNullable<PhaseRecord['round']> {
  const { rounds, shelf } = session.breakouts;
  const round = rounds[phase.id] ?? shelf?.[phase.id];
  const before = session.agenda.phases.slice(0, index < 0 ? 0 : index + 1);
  const { topic, question } = phase.round;
  return {
    number: before.filter(({ kind }) => kind === 'breakout-round').length,
    ...{ topic, ...(question && { question }) },
    opened: (round?.held ?? []).map(({ openedAt, closedAt }) => {
      return { at: openedAt, ...(closedAt !== undefined && { closedAt }) };
    }),
    tables: round?.tables.map((table, at) => tableRecord(session, phase, round, table, at)) ?? [],
  };
}

function tableRecord(
  session: Session,
  { round: { topic, tableTopics } }: RoundPhase,
  { held = [] }: Round,
  { roomId, label }: Table,
  at: number,
): TableRecord {
  const people = ({ people: counts }: Holding) => (counts ? [counts[roomId] ?? 0] : []);
  return {
    ...{ roomId, label, topic: tableTopics?.[at] ?? topic },
    headcounts: held.flatMap(people),
    turns: turnRecords(session, roomId),
  };
}

function turnRecords(session: Session, roomId: Table['roomId']): TurnRecord[] {
  const queue = session.turns.queues[roomId];
  return (queue?.order ?? []).flatMap((turnId) => {
    const turn = queue?.turns[turnId];
    if (!turn) return [];
    const { seatId, state, slotMs, usedMs } = turn;
    const granted = { ...(slotMs !== undefined && { grantedMs: slotMs }), ...(usedMs !== undefined && { usedMs }) };
    return [{ seatId, name: seatOf(session, seatId)?.name ?? '', state, ...granted }];
  });
}

function changeOf(edit: EditFact): AgendaChange {
  const { at, by } = edit;
  switch (edit.type) {
    case 'phase-added':
      return { type: 'added', at, by, phaseId: edit.phase.id };
    case 'phase-changed':
      return { type: 'changed', at, by, phaseId: edit.phaseId, what: Object.keys(edit.change) };
    case 'phase-moved':
      return { type: 'moved', at, by, phaseId: edit.phaseId };
    case 'phase-dropped':
      return { type: 'dropped', at, by, phaseId: edit.phaseId };
    case 'phase-restored':
      return { type: 'restored', at, by, phaseId: edit.phaseId };
    case 'agenda-replanned': {
      const { phaseId, ends, lengths, dropped } = edit;
      const what = { lengths: [...lengths], dropped: [...dropped] };
      return { type: 'replanned', at, by, phaseId, ...(ends && { ends }), ...what };
    }
    case 'replan-undone':
      return { type: 'replan-undone', at, by };
    default:
      return assertNever(edit);
  }
}
