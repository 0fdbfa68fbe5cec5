import type { PhaseId, PhasePlan } from '@werkraum/protocol';
import { assertNever } from '../records.ts';
import type { Agenda, EditFact, Place } from './agenda.ts';
import { withChange } from './changes.ts';

type Replanned = Extract<EditFact, { type: 'agenda-replanned' }>;
type Undone = Extract<EditFact, { type: 'replan-undone' }>;

/** Folds one change of what has not begun, and keeps it for the record. */
export function evolveEdits(agenda: Agenda, fact: EditFact): Agenda {
  return { ...edited(agenda, fact), edits: [...agenda.edits, fact] };
}

function edited(agenda: Agenda, fact: EditFact): Agenda {
  switch (fact.type) {
    case 'phase-added':
      return { ...agenda, phases: inserted(agenda.phases, fact.phase, fact.before) };
    case 'phase-changed':
      return replaced(agenda, fact.phaseId, (phase) => withChange(phase, fact.change));
    case 'phase-moved':
      return moved(agenda, fact);
    case 'phase-dropped':
      return dropped(agenda, fact.phaseId);
    case 'phase-restored':
      return restored(agenda, fact);
    case 'agenda-replanned':
      return replanned(agenda, fact);
    case 'replan-undone':
      return undone(agenda, fact);
    default:
      return assertNever(fact);
  }
}

function inserted(phases: readonly PhasePlan[], phase: PhasePlan, before?: PhaseId): readonly PhasePlan[] {
  const at = before === undefined ? phases.length : phases.findIndex(({ id }) => id === before);
  if (at < 0) throw new Error(`no phase ${before} to stand before`);
  return phases.toSpliced(at, 0, phase);
}

function replaced(agenda: Agenda, phaseId: PhaseId, change: (phase: PhasePlan) => PhasePlan): Agenda {
  const phases = agenda.phases.map((phase) => (phase.id === phaseId ? change(phase) : phase));
  return { ...agenda, phases };
}

function moved(agenda: Agenda, { phaseId, before }: Place): Agenda {
  const phase = phaseIn(agenda, phaseId);
  const others = agenda.phases.filter(({ id }) => id !== phaseId);
  return { ...agenda, phases: inserted(others, phase, before) };
}

function dropped(agenda: Agenda, phaseId: PhaseId): Agenda {
  const phase = phaseIn(agenda, phaseId);
  const followers = agenda.phases.slice(agenda.phases.indexOf(phase) + 1).map(({ id }) => id);
  return {
    ...agenda,
    phases: agenda.phases.filter(({ id }) => id !== phaseId),
    dropped: [...agenda.dropped, { phase, followers }],
  };
}

function restored(agenda: Agenda, { phaseId, before }: Place): Agenda {
  const found = agenda.dropped.find(({ phase }) => phase.id === phaseId);
  if (!found) throw new Error(`${phaseId} was not dropped`);
  return {
    ...agenda,
    phases: inserted(agenda.phases, found.phase, before),
    dropped: agenda.dropped.filter((each) => each !== found),
  };
}

function replanned(agenda: Agenda, fact: Replanned): Agenda {
  const without = fact.dropped.reduce(dropped, agenda);
  return withEnd({ ...withLengths(without, fact.lengths), replanned: fact }, fact.ends?.to);
}

function undone(agenda: Agenda, { lengths, restored: back, endsAt }: Undone): Agenda {
  const { replanned: _undone, ...rest } = agenda;
  return withEnd(withLengths(back.reduce(restored, rest), lengths), endsAt);
}

function withLengths(agenda: Agenda, lengths: readonly { phaseId: PhaseId; toMs: number }[]): Agenda {
  const set = new Map(lengths.map(({ phaseId, toMs }) => [phaseId, toMs]));
  return {
    ...agenda,
    phases: agenda.phases.map((phase) => ({ ...phase, plannedMs: set.get(phase.id) ?? phase.plannedMs })),
  };
}

function withEnd(agenda: Agenda, endsAt: number | undefined): Agenda {
  if (endsAt === undefined) return agenda;
  if (!agenda.running) throw new Error('no phase runs that could end at another time');
  return { ...agenda, running: { ...agenda.running, endsAt } };
}

function phaseIn({ phases }: Agenda, phaseId: PhaseId): PhasePlan {
  const phase = phases.find(({ id }) => id === phaseId);
  if (!phase) throw new Error(`no phase ${phaseId}`);
  return phase;
}
