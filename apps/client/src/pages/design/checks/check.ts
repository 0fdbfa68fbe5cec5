import type { PhaseId, PhasePlan, QuestionId, SessionPlan } from '@werkraum/protocol';
import type { Draft } from '../draft.ts';

/** The panes of the page. */
export type Pane = 'programme' | 'people' | 'questions' | 'settings' | 'checks';

/** Where something can be mended: a pane, perhaps one thing in it, perhaps one field of that. */
export type Spot =
  | { pane: 'programme'; phaseId?: PhaseId; field?: string }
  | { pane: 'people'; personId?: string; field?: 'name' | 'address' | 'role' }
  | { pane: 'questions'; questionId?: QuestionId; field?: string }
  | { pane: 'settings'; field?: string };

/** `error`: no workshop can be made like this. `hint`: it will probably not go well. `note`: good to know. */
export type Level = 'error' | 'hint' | 'note';

/** Something worth looking at. The words are `checks.<code>`, told with `values`. */
export interface Check {
  level: Level;
  code: string;
  values: Readonly<Record<string, string | number>>;
  at: Spot;
}

/** What every check looks at. */
export interface Checked {
  draft: Draft;
  plan: SessionPlan;
  /** How many people take part in rounds. */
  participants: number;
  /** Rounds with their numbers, from 1. */
  rounds: readonly Round[];
}

export type RoundPhase = Extract<PhasePlan, { kind: 'breakout-round' }>;
export interface Round {
  phase: RoundPhase;
  number: number;
}

export const check = (level: Level, code: string, at: Spot, values: Check['values'] = {}): Check => ({
  ...{ level, code, values, at },
});

export function checkedOf(draft: Draft): Checked {
  const rounds = draft.plan.phases.filter((phase) => phase.kind === 'breakout-round');
  return {
    draft,
    plan: draft.plan,
    participants: draft.people.filter(({ role }) => role === 'participant').length,
    rounds: rounds.map((phase, index) => ({ phase, number: index + 1 })),
  };
}
