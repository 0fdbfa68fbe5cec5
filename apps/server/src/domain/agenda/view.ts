import type { AgendaView, ClockView, DroppedPhaseView, PhaseId, PhasePlan, PhaseView } from '@werkraum/protocol';
import type { Breakouts } from '../breakouts/breakouts.ts';
import type { Session } from '../session.ts';
import type { Agenda, RunningPhase } from './agenda.ts';

/** What the agenda's view is made from. */
export interface AgendaInputs {
  readonly agenda: Agenda;
  readonly rounds: Breakouts['rounds'];
}

export const agendaInputs = ({ agenda, breakouts: { rounds } }: Session): AgendaInputs => ({ agenda, rounds });

/** The agenda as everybody admitted sees it: the plan, what became of it, and the running clock. */
export function agendaView(inputs: AgendaInputs): AgendaView {
  const { phases, running, startedAt, endedAt, hardEndMs, past, plan = phases } = inputs.agenda;
  const clock = running && clockView(phases[running.index], running);
  const undoTo = running && past.at(-1)?.phaseId;
  return {
    order: phases.map(({ id }) => id),
    phases: Object.fromEntries(phases.map((phase, index) => [phase.id, phaseView(inputs, phase, index)])),
    ...(inputs.agenda.dropped.length > 0 && { dropped: droppedViews(inputs.agenda) }),
    plannedMs: plan.reduce((sum, { plannedMs }) => sum + plannedMs, 0),
    ...(clock && { clock }),
    ...(startedAt !== undefined && { startedAt }),
    ...(endedAt !== undefined && { endedAt }),
    ...(startedAt !== undefined && hardEndMs !== undefined && { hardEndAt: startedAt + hardEndMs }),
    ...(undoTo && { undoTo }),
  };
}

function droppedViews(agenda: Agenda): DroppedPhaseView[] {
  return agenda.dropped.map(({ phase: { id, kind, title, plannedMs } }) => {
    return { phaseId: id, kind, title, plannedMs, ...originalOf(agenda, id) };
  });
}

/** The length a phase had when the session started. */
function originalOf({ plan }: Agenda, phaseId: PhaseId): { originalMs?: number } {
  const phase = plan?.find(({ id }) => id === phaseId);
  return phase ? { originalMs: phase.plannedMs } : {};
}

function clockView(phase: PhasePlan | undefined, running: RunningPhase) {
  if (!phase) return undefined;
  const { index: _index, ...times } = running;
  return { phaseId: phase.id, ...times } satisfies ClockView;
}

function phaseView(inputs: AgendaInputs, phase: PhasePlan, index: number): PhaseView {
  const { past, running } = inputs.agenda;
  const { kind, title, plannedMs, minMs, onTimeUp, task, locked } = phase;
  const done = past.find(({ phaseId }) => phaseId === phase.id);
  const now = running?.index === index;
  const startedAt = now ? running.startedAt : done?.startedAt;
  return {
    ...{ kind, title, plannedMs, minMs, onTimeUp, state: now ? 'now' : done ? 'done' : 'ahead' },
    ...originalOf(inputs.agenda, phase.id),
    ...(locked && { locked }),
    ...(task && { task }),
    ...(phase.kind === 'breakout-round' && { round: roundView(inputs, phase, index) }),
    ...(startedAt !== undefined && { startedAt }),
    ...(!now && done && { endedAt: done.endedAt }),
  };
}

function roundView(
  { agenda: { phases }, rounds }: AgendaInputs,
  { id, round: { topic, question, tables: planned, turns } }: Extract<PhasePlan, { kind: 'breakout-round' }>,
  index: number,
): NonNullable<PhaseView['round']> {
  const tables = rounds[id]?.tables.length ?? planned;
  const number = phases.slice(0, index + 1).filter(({ kind }) => kind === 'breakout-round').length;
  return { number, topic, tables, ...(question && { question }), ...(turns && { turns }) };
}
