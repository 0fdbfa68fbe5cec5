import type {
  BoardColumns,
  Language,
  PhaseId,
  PhaseKind,
  PhasePlan,
  RoundPlan,
  SessionPlan,
  Template,
} from '@werkraum/protocol';
import type { Draft } from './draft.ts';
import { asKind, copyOf, newPhase } from './new-phase.ts';

/** Some entries of a thing; undefined takes an optional one away. */
type Loose<T> = { [Key in keyof T]?: T[Key] | undefined };

/** Everything that can be changed about any phase, whatever its kind. */
export type PhaseChange = Loose<Omit<PhasePlan, 'id' | 'kind' | 'round'>>;

/** A phase's length stays between these, in milliseconds. */
export const SHORTEST_MS = 1_000;
export const LONGEST_MS = 8 * 3_600_000;

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

const withPhases = (draft: Draft, phases: readonly PhasePlan[]): Draft => ({
  ...draft,
  plan: { ...draft.plan, phases: [...phases] },
});

const mapPhase = (draft: Draft, id: PhaseId, change: (phase: PhasePlan) => PhasePlan): Draft =>
  withPhases(
    draft,
    draft.plan.phases.map((phase) => (phase.id === id ? change(phase) : phase)),
  );

export const withPlan = (draft: Draft, change: Loose<SessionPlan>): Draft => ({
  ...draft,
  plan: without({ ...draft.plan, ...change }),
});

export const withPhase = (draft: Draft, id: PhaseId, change: PhaseChange): Draft =>
  mapPhase(draft, id, (phase) => without({ ...phase, ...change }));

/** What the boards of a reflection collect; undefined: as usual. */
export const withReflection = (draft: Draft, id: PhaseId, columns: BoardColumns | undefined): Draft =>
  mapPhase(draft, id, (phase) => (phase.kind === 'plenary-reflection' ? without({ ...phase, columns }) : phase));

export const withRound = (
  draft: Draft,
  id: PhaseId,
  change: { [Key in keyof RoundPlan]?: RoundPlan[Key] | undefined },
): Draft =>
  mapPhase(draft, id, (phase) =>
    phase.kind === 'breakout-round' ? { ...phase, round: without({ ...phase.round, ...change }) as RoundPlan } : phase,
  );

/** The length moves; the minimum follows it down, so that it never asks for more than is planned. */
export const withLength = (draft: Draft, id: PhaseId, plannedMs: number): Draft =>
  mapPhase(draft, id, (phase) => {
    const length = clamp(plannedMs, SHORTEST_MS, LONGEST_MS);
    return { ...phase, plannedMs: length, minMs: Math.min(phase.minMs, length) };
  });

export const withKind = (draft: Draft, id: PhaseId, kind: PhaseKind): Draft =>
  mapPhase(draft, id, (phase) => asKind(phase, kind, draft.plan.phases, draft.plan.language));

/** A new phase after another one, or at the end. Answers with its id. */
export function withNewPhase(draft: Draft, kind: PhaseKind, after?: PhaseId): { draft: Draft; id: PhaseId } {
  const phase = newPhase(kind, draft.plan.phases, draft.plan.language);
  return { draft: inserted(draft, phase, after), id: phase.id };
}

/** The same phase once more, right behind it. */
export function withCopy(draft: Draft, id: PhaseId): { draft: Draft; id: PhaseId } {
  const original = draft.plan.phases.find((phase) => phase.id === id);
  if (!original) return { draft, id };
  const phase = copyOf(original, draft.plan.phases);
  return { draft: inserted(draft, phase, id), id: phase.id };
}

function inserted(draft: Draft, phase: PhasePlan, after: PhaseId | undefined): Draft {
  const { phases } = draft.plan;
  const at = after === undefined ? phases.length : phases.findIndex(({ id }) => id === after) + 1;
  return withPhases(draft, phases.toSpliced(at, 0, phase));
}

/** Without a phase; the last one stays. */
export const withoutPhase = (draft: Draft, id: PhaseId): Draft =>
  draft.plan.phases.length === 1
    ? draft
    : withPhases(
        draft,
        draft.plan.phases.filter((phase) => phase.id !== id),
      );

/** The phase stands at position `to` (from 0, of the list without it). */
export function withMoved(draft: Draft, id: PhaseId, to: number): Draft {
  const { phases } = draft.plan;
  const phase = phases.find((each) => each.id === id);
  const at = phases.findIndex((each) => each.id === id);
  const place = clamp(to, 0, phases.length - 1);
  if (!phase || place === at) return draft;
  return withPhases(draft, phases.toSpliced(at, 1).toSpliced(place, 0, phase));
}

/** Lengths for several phases at once; phases that are not named are dropped. */
export function withLengths(draft: Draft, lengths: readonly { id: string; plannedMs: number }[]): Draft {
  const lengthOf = new Map(lengths.map(({ id, plannedMs }) => [id, plannedMs]));
  const kept = draft.plan.phases.flatMap((phase) => {
    const plannedMs = lengthOf.get(phase.id);
    return plannedMs === undefined ? [] : [{ ...phase, plannedMs }];
  });
  return kept.length === 0 ? draft : withPhases(draft, kept);
}

/**
 * Another language for the workshop. What still stands as a template wrote it is taken in that language; what somebody
 * changed stays as it is.
 */
export function withLanguage(draft: Draft, language: Language, template?: (language: Language) => Template): Draft {
  const { plan } = draft;
  if (!template || plan.language === language) return { ...draft, plan: { ...plan, language } };
  const [before, after] = [template(plan.language).plan, template(language).plan];
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  const phases = plan.phases.map((phase) => {
    const at = before.phases.findIndex(({ id }) => id === phase.id);
    return (same(phase, before.phases[at]) && after.phases[at]) || phase;
  });
  return {
    ...draft,
    plan: {
      ...{ ...plan, language, phases },
      ...(plan.title === before.title && { title: after.title }),
      ...(same(plan.questions, before.questions) && after.questions && { questions: after.questions }),
    },
  };
}

/** Without entries that are undefined: the schema knows optional entries, not undefined ones. */
function without<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}
