import type { BoardColumn, PhaseChange, PhasePlan, SeatId } from '@werkraum/protocol';
import { ownColumnsOf } from '../board/boards.ts';
import type { AgendaFact } from './agenda.ts';

/**
 * A fact about the agenda without the words that this person put into it: of a phase they added the times stay, and of a phase they
 * changed the words that stood there before. Columns keep their ids, since cards lie in them.
 */
export function eraseAgenda(fact: AgendaFact, seatId: SeatId): AgendaFact {
  if (!('by' in fact) || fact.by !== seatId) return fact;
  if (fact.type === 'phase-added') return { ...fact, phase: bare(fact.phase) };
  return fact.type === 'phase-changed' ? { ...fact, change: bareChange(fact.change) } : fact;
}

/** What this person called the columns of boards; these names are also kept with cards that were handed over. */
export function columnNamesBy(fact: AgendaFact, seatId: SeatId): readonly string[] {
  if (!('by' in fact) || fact.by !== seatId) return [];
  if (fact.type === 'phase-changed') return namesIn(fact.change.columns);
  return fact.type === 'phase-added' ? namesIn(ownColumnsOf(fact.phase)) : [];
}

const namesIn = (columns: readonly BoardColumn[] | null | undefined): string[] =>
  (columns ?? []).flatMap(({ label }) => (label === undefined ? [] : [label]));

function bare(phase: PhasePlan): PhasePlan {
  const { task: _task, notes: _notes, ...rest } = phase;
  const named = { ...rest, title: '–' };
  if (named.kind === 'plenary-reflection') return { ...named, ...unnamed(named.columns) };
  if (named.kind !== 'breakout-round') return named;
  const { question: _question, tableTopics: _topics, ...round } = named.round;
  return { ...named, round: { ...round, topic: '–', ...unnamed(round.columns) } };
}

function bareChange({ title: _title, topic: _topic, task, question, ...rest }: PhaseChange): PhaseChange {
  return {
    ...{ ...rest, ...(rest.columns && unnamed(rest.columns)) },
    ...(task === null && { task }),
    ...(question === null && { question }),
  };
}

const unnamed = (columns: BoardColumn[] | undefined): { columns?: BoardColumn[] } =>
  columns ? { columns: columns.map(({ label: _, ...column }) => column) } : {};
