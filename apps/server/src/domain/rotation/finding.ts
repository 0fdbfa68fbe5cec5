import type { RotationConflict, RotationOutcome } from '@werkraum/planning/rotation';
import type { RotationConflictView, RotationFinding, SeatId } from '@werkraum/protocol';
import type { RotationQuestion } from './question.ts';

/** What the planner found, told with the ids of those who asked. */
export function findingOf(question: RotationQuestion, outcome: RotationOutcome): RotationFinding {
  if (!outcome.ok) return { kind: 'conflict', conflict: conflictOf(question, outcome.conflict) };
  const { people, phases, task } = question;
  const rounds = phases.flatMap((phaseId, at): [string, number[]][] =>
    task.rounds[at]?.frozen ? [] : [[phaseId, [...(outcome.plan[at] ?? [])]]],
  );
  return { kind: 'plan', people: [...people], rounds: Object.fromEntries(rounds), figures: outcome.figures };
}

function conflictOf({ people, phases }: RotationQuestion, conflict: RotationConflict): RotationConflictView {
  const phaseId = 'round' in conflict ? phases[conflict.round] : undefined;
  const { kind } = conflict;
  return {
    kind,
    seats: positionsIn(conflict).flatMap((at) => people[at] ?? []) satisfies SeatId[],
    tables: tablesIn(conflict),
    ...(phaseId && { phaseId }),
    ...('least' in conflict && { least: conflict.least }),
    ...('most' in conflict && { most: conflict.most }),
  };
}

function positionsIn(conflict: RotationConflict): readonly number[] {
  if ('people' in conflict) return conflict.people;
  return 'person' in conflict ? [conflict.person] : [];
}

function tablesIn(conflict: RotationConflict): number[] {
  if ('table' in conflict) return [conflict.table];
  return 'tables' in conflict && typeof conflict.tables !== 'number' ? [...conflict.tables] : [];
}
