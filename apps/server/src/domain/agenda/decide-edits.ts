import {
  type AddPhase,
  type ChangePhase,
  type DropPhase,
  LONGEST_AGENDA_MS,
  MOST_PHASES,
  type MovePhase,
  type PhaseId,
  type PhasePlan,
  type Rejection,
  type RestorePhase,
} from '@werkraum/protocol';
import { columnsOf } from '../board/boards.ts';
import { assertNever } from '../records.ts';
import { accept, type Decision, reject } from '../session.ts';
import type { Agenda, Edit } from './agenda.ts';
import { oldPlaces, phaseAhead, phasesAhead } from './ahead.ts';
import { isAboutRounds, newIn, withChange } from './changes.ts';

export type EditCommand = AddPhase | ChangePhase | MovePhase | DropPhase | RestorePhase;

/** Changes what has not begun [AG-17]: each command what it names and nothing else. */
export function decideEdits(agenda: Agenda, command: EditCommand, edit: Edit): Decision {
  switch (command.type) {
    case 'add-phase':
      return addPhase(agenda, command, edit);
    case 'change-phase':
      return changePhase(agenda, command, edit);
    case 'move-phase':
      return movePhase(agenda, command, edit);
    case 'drop-phase':
      return dropPhase(agenda, command, edit);
    case 'restore-phase':
      return restorePhase(agenda, command, edit);
    default:
      return assertNever(command);
  }
}

// An id that was ever used is none for a new phase: rooms and turns are named after it.
function addPhase(agenda: Agenda, { phase, before }: AddPhase, edit: Edit): Decision {
  const used = [...agenda.phases, ...agenda.dropped.map((dropped) => dropped.phase)];
  if (used.some(({ id }) => id === phase.id)) return reject('phase-exists');
  if (phase.plannedMs < phase.minMs) return reject('below-minimum');
  const refused = notBefore(agenda, before) ?? tooMuch([...agenda.phases, phase]);
  return refused ? reject(refused) : accept({ type: 'phase-added', phase, ...(before && { before }), ...edit });
}

function changePhase(agenda: Agenda, { phaseId, change }: ChangePhase, edit: Edit): Decision {
  const phase = phaseAhead(agenda, phaseId);
  if (typeof phase === 'string') return reject(phase);
  if (phase.kind !== 'breakout-round' && isAboutRounds(change)) return reject('not-a-round');
  if (change.columns !== undefined && columnsOf(phase).length === 0) return reject('no-such-board');
  const news = newIn(phase, change);
  if (Object.keys(news).length === 0) return accept();
  const changed = withChange(phase, news);
  const refused = badLength(phase, changed) ?? tooMuch(agenda.phases.map((each) => (each === phase ? changed : each)));
  return refused ? reject(refused) : accept({ type: 'phase-changed', phaseId, change: news, ...edit });
}

// Locked and unlocked by the same command counts as unlocked: whoever names both has thought of it.
function badLength(before: PhasePlan, after: PhasePlan): Rejection | undefined {
  const isLonger = after.plannedMs !== before.plannedMs;
  if (isLonger && before.locked && after.locked) return 'phase-locked';
  const isConcerned = isLonger || after.minMs !== before.minMs;
  return isConcerned && after.plannedMs < after.minMs ? 'below-minimum' : undefined;
}

function movePhase(agenda: Agenda, { phaseId, before }: MovePhase, edit: Edit): Decision {
  const phase = phaseAhead(agenda, phaseId);
  if (typeof phase === 'string') return reject(phase);
  const refused = notBefore(agenda, before);
  if (refused) return reject(refused);
  const next = agenda.phases[agenda.phases.indexOf(phase) + 1]?.id;
  if (before === phaseId || before === next) return accept();
  return accept({ type: 'phase-moved', phaseId, ...(before && { before }), ...edit });
}

function dropPhase(agenda: Agenda, { phaseId }: DropPhase, edit: Edit): Decision {
  if (agenda.dropped.some(({ phase }) => phase.id === phaseId)) return accept();
  const phase = phaseAhead(agenda, phaseId);
  if (typeof phase === 'string') return reject(phase);
  if (phase.locked) return reject('phase-locked');
  if (agenda.phases.length === 1) return reject('last-phase');
  return accept({ type: 'phase-dropped', phaseId, ...edit });
}

function restorePhase(agenda: Agenda, { phaseId, before }: RestorePhase, edit: Edit): Decision {
  const dropped = agenda.dropped.find(({ phase }) => phase.id === phaseId);
  if (!dropped) return agenda.phases.some(({ id }) => id === phaseId) ? accept() : reject('no-such-phase');
  const refused = notBefore(agenda, before) ?? tooMuch([...agenda.phases, dropped.phase]);
  if (refused) return reject(refused);
  const places = before ? [{ phaseId, before }] : oldPlaces(agenda, [phaseId]);
  return accept(...places.map((place) => ({ type: 'phase-restored' as const, ...place, ...edit })));
}

function notBefore(agenda: Agenda, before: PhaseId | undefined): Rejection | undefined {
  if (before === undefined || phasesAhead(agenda).some(({ id }) => id === before)) return undefined;
  return agenda.phases.some(({ id }) => id === before) ? 'phase-already-begun' : 'no-such-phase';
}

/** Why this would be too much of an agenda; undefined when it is not. */
export function tooMuch(phases: readonly PhasePlan[]): Rejection | undefined {
  if (phases.length > MOST_PHASES) return 'too-many-phases';
  const totalMs = phases.reduce((sum, { plannedMs }) => sum + plannedMs, 0);
  return totalMs > LONGEST_AGENDA_MS ? 'agenda-too-long' : undefined;
}
