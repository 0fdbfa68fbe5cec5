import type { PhaseChange, PhasePlan } from '@werkraum/protocol';

type ReflectionPhase = Extract<PhasePlan, { kind: 'plenary-reflection' }>;
type RoundPhase = Extract<PhasePlan, { kind: 'breakout-round' }>;

/** A phase with a change made to it: what is not named stays, `null` takes away. Of other phases than rounds it leaves the parts out that only rounds have. */
export function withChange(phase: PhasePlan, change: PhaseChange): PhasePlan {
  const { task, topic, question, turns, columns, ...plain } = change;
  const { task: taskBefore, ...rest } = phase;
  const changed = { ...rest, ...plain, ...kept('task', task, taskBefore) } as PhasePlan;
  if (changed.kind === 'breakout-round') return withRoundChange(changed, { topic, question, turns, columns });
  return changed.kind === 'plenary-reflection' ? withColumns(changed, columns) : changed;
}

function withColumns(phase: ReflectionPhase, columns: PhaseChange['columns']): ReflectionPhase {
  const { columns: before, ...rest } = phase;
  return { ...rest, ...kept('columns', columns, before) };
}

function withRoundChange(
  phase: RoundPhase,
  { topic, question, turns, columns }: { [Key in 'topic' | 'question' | 'turns' | 'columns']: PhaseChange[Key] },
): RoundPhase {
  const { question: questionBefore, turns: turnsBefore, columns: columnsBefore, ...rest } = phase.round;
  return {
    ...phase,
    round: {
      ...{ ...rest, ...(topic !== undefined && { topic }) },
      ...kept('question', question, questionBefore),
      ...kept('turns', turns, turnsBefore),
      ...kept('columns', columns, columnsBefore),
    },
  };
}

function kept<Key extends string, Value>(
  key: Key,
  change: Value | null | undefined,
  before: Value | undefined,
): { [K in Key]?: Value } {
  const value = change === undefined ? before : (change ?? undefined);
  return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };
}

/** What of a change is not so already; empty when nothing is. */
export function newIn(phase: PhasePlan, change: PhaseChange): PhaseChange {
  const round = phase.kind === 'breakout-round' ? phase.round : undefined;
  const now: { [Key in keyof PhaseChange]-?: unknown } = {
    ...{ title: phase.title, plannedMs: phase.plannedMs, minMs: phase.minMs, onTimeUp: phase.onTimeUp },
    ...{ locked: phase.locked ?? false, task: phase.task ?? null },
    ...{ topic: round?.topic, question: round?.question ?? null, turns: round?.turns ?? null },
    columns: (phase.kind === 'plenary-reflection' ? phase.columns : round?.columns) ?? null,
  };
  const news = Object.entries(change).filter(([key, value]) => {
    return value !== undefined && JSON.stringify(value) !== JSON.stringify(now[key as keyof PhaseChange]);
  });
  return Object.fromEntries(news);
}

/** Whether a change names something that only breakout rounds have. */
export const isAboutRounds = ({ topic, question, turns }: PhaseChange): boolean =>
  topic !== undefined || question !== undefined || turns !== undefined;
