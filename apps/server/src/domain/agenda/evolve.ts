import type { PhaseId } from '@werkraum/protocol';
import type { Agenda, AgendaFact, RunningPhase } from './agenda.ts';
import { evolveEdits } from './evolve-edits.ts';

/** Folds one fact about the agenda. A fact that does not fit the running phase is a corrupt log. */
export function evolveAgenda(agenda: Agenda, fact: AgendaFact): Agenda {
  switch (fact.type) {
    case 'doors-opened':
      return agenda;
    case 'phase-started':
      return {
        ...agenda,
        startedAt: agenda.startedAt ?? fact.at,
        plan: agenda.plan ?? agenda.phases,
        running: { index: indexOf(agenda, fact.phaseId), startedAt: fact.at, endsAt: fact.endsAt },
      };
    case 'phase-ended': {
      const { startedAt } = running(agenda, fact.phaseId);
      const { running: _over, ...rest } = agenda;
      const past = { phaseId: fact.phaseId, startedAt, endedAt: fact.at, leftMs: fact.leftMs };
      return { ...rest, past: [...agenda.past, past] };
    }
    case 'phase-undone':
      return undo(agenda, fact);
    case 'phase-paused':
      return { ...agenda, running: { ...running(agenda, fact.phaseId), pausedAt: fact.at } };
    case 'phase-resumed': {
      const { pausedAt: _over, ...going } = running(agenda, fact.phaseId);
      return { ...agenda, running: { ...going, endsAt: fact.endsAt } };
    }
    case 'phase-extended':
      return { ...agenda, running: { ...running(agenda, fact.phaseId), endsAt: fact.endsAt } };
    case 'session-ended':
      return { ...agenda, endedAt: fact.at };
    default:
      return evolveEdits(agenda, fact);
  }
}

function undo(agenda: Agenda, fact: Extract<AgendaFact, { type: 'phase-undone' }>): Agenda {
  running(agenda, fact.phaseId);
  const before = agenda.past.at(-1);
  if (before?.phaseId !== fact.backTo) throw new Error(`nothing to go back to before ${fact.phaseId}`);
  return {
    ...agenda,
    past: agenda.past.slice(0, -1),
    running: { index: indexOf(agenda, fact.backTo), startedAt: before.startedAt, endsAt: fact.endsAt },
  };
}

function indexOf(agenda: Agenda, phaseId: PhaseId): number {
  const index = agenda.phases.findIndex(({ id }) => id === phaseId);
  if (index < 0) throw new Error(`no phase ${phaseId}`);
  return index;
}

function running(agenda: Agenda, phaseId: PhaseId): RunningPhase {
  const now = agenda.running;
  if (!now || agenda.phases[now.index]?.id !== phaseId) throw new Error(`phase ${phaseId} does not run`);
  return now;
}
