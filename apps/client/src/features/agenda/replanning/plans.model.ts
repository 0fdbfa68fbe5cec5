import { type Fit, type Replan as Plan, replan, replans, type Strategy } from '@werkraum/planning/replan';
import type { AgendaView, Command, Instant, PhaseId, PhaseKind, SeatView } from '@werkraum/protocol';
import { type Ahead, phasesAhead, situationOf, type Target, targetOf } from './situation.ts';

/** One phase in a strip. */
export interface Segment {
  id: PhaseId;
  title: string;
  kind: PhaseKind;
  ms: number;
  /** Of a phase that would change: its length of now. */
  wasMs?: number;
  state: 'now' | 'ahead';
}

/** An agenda from now on, as a strip. */
export interface Strip {
  segments: readonly Segment[];
  endsAt: Instant;
  /** Length of the strip as a share of the longest that is shown. */
  share: number;
}

/** What one strategy leads to. */
export interface PlanModel extends Strip {
  strategy: Strategy;
  shortMs: number;
  spareMs: number;
  /** Titles of phases that would go. */
  dropped: readonly string[];
  /** Titles of rounds whose inputs would no longer fit. */
  squeezed: readonly string[];
  /** Undefined when it changes nothing, or may not be applied. */
  command: Command | undefined;
}

/** Dropping one phase, with the rest shortened. */
export interface ReliefModel {
  id: PhaseId;
  title: string;
  shortMs: number;
  command: Command | undefined;
}

export interface SheetModel {
  /** The phase that runs. */
  running: string;
  target: Target;
  before: Strip;
  /** Time is given back, not taken. */
  grows: boolean;
  /** The strategies that differ; empty when nothing has to change. */
  plans: readonly PlanModel[];
  /** What to drop when shortening alone does not fit, the best first; undefined when it does. */
  reliefs: readonly ReliefModel[] | undefined;
  /** Where `target` is, on the scale of the strips. */
  untilShare: number;
}

/** What somebody has chosen in the sheet. */
export interface Wish {
  /** All over by this much later (below zero: earlier). */
  shiftMs: number;
  /** The running phase gets this much more. */
  moreMs: number;
}

const MOST_RELIEFS = 3;

/** The strategies side by side. Undefined unless the session runs. */
export function planSheet(agenda: AgendaView, you: SeatView, wish: Wish, now: Instant): SheetModel | undefined {
  const target = targetOf(agenda, wish.shiftMs);
  const running = agenda.clock && agenda.phases[agenda.clock.phaseId];
  const situation = target && situationOf(agenda, target.at, now, wish.moreMs);
  if (!target || !running || !situation) return undefined;
  const answers = replans(situation);
  const untouched = unchanged(agenda, situation.freeAt);
  const scaleMs = Math.max(untouched.endsAt, target.at, ...answers.map(({ endsAt }) => endsAt)) - now;
  const show = stripIn(agenda, situation.freeAt, now, scaleMs);
  const apply = commandsFor(agenda, you, wish.moreMs, now);
  const plans = answers.map((answer) => planModel(agenda, answer, show, apply));
  const fits = answers.some(({ strategy, shortMs }) => strategy !== 'drop' && shortMs === 0);
  return {
    ...{ running: running.title, target, before: show(untouched) },
    grows: untouched.endsAt <= target.at,
    plans: plans.filter(({ command, shortMs }) => command !== undefined || shortMs > 0),
    reliefs: fits ? undefined : reliefModels(agenda, situation, answers[0], apply),
    untilShare: Math.min(1, Math.max(0, (target.at - now) / Math.max(1, scaleMs))),
  };
}

const unchanged = (agenda: AgendaView, freeAt: Instant): Pick<Plan, 'phases' | 'endsAt'> => {
  const phases = phasesAhead(agenda).map(({ id, plannedMs }) => ({ id, plannedMs }));
  return { phases, endsAt: freeAt + phases.reduce((sum, { plannedMs }) => sum + plannedMs, 0) };
};

type Show = (plan: Pick<Plan, 'phases' | 'endsAt'>) => Strip;
type Apply = (plan: Pick<Plan, 'phases' | 'dropped'>) => Command | undefined;

function stripIn(agenda: AgendaView, freeAt: Instant, now: Instant, scaleMs: number): Show {
  const ahead = new Map(phasesAhead(agenda).map((phase) => [phase.id as string, phase]));
  const runningId = agenda.clock?.phaseId;
  const running = runningId && agenda.phases[runningId];
  return ({ phases, endsAt }) => {
    const first: Segment[] = running
      ? [{ id: runningId, title: running.title, kind: running.kind, ms: freeAt - now, state: 'now' }]
      : [];
    const rest = phases.flatMap(({ id, plannedMs }) => segmentOf(ahead.get(id), plannedMs));
    return { segments: [...first, ...rest], endsAt, share: (endsAt - now) / Math.max(1, scaleMs) };
  };
}

function segmentOf(phase: Ahead | undefined, ms: number): Segment[] {
  if (!phase) return [];
  const { id, title, kind, plannedMs } = phase;
  return [{ ...{ id, title, kind, ms, state: 'ahead' }, ...(ms !== plannedMs && { wasMs: plannedMs }) }];
}

/** Makes the command that applies a plan, naming every figure it replaces. */
function commandsFor(agenda: AgendaView, you: SeatView, moreMs: number, now: Instant): Apply {
  const { clock } = agenda;
  if (!clock || !you.may.includes('replan')) return () => undefined;
  const from = clock.endsAt;
  const ends = moreMs > 0 ? { from, to: Math.max(from, clock.pausedAt ?? now) + moreMs } : undefined;
  return ({ phases, dropped }) => {
    const lengths = phases.flatMap(({ id, plannedMs }) => {
      const fromMs = agenda.phases[id]?.plannedMs;
      return fromMs === undefined || fromMs === plannedMs ? [] : [{ phaseId: id as PhaseId, fromMs, plannedMs }];
    });
    if (lengths.length === 0 && dropped.length === 0 && !ends) return undefined;
    const drop = dropped as readonly PhaseId[];
    return { type: 'replan', phaseId: clock.phaseId, lengths, drop: [...drop], ...(ends && { ends }) };
  };
}

function planModel(agenda: AgendaView, plan: Plan, show: Show, apply: Apply): PlanModel {
  const { strategy, shortMs, spareMs, dropped, squeezed } = plan;
  const titles = (ids: readonly string[]) => ids.map((id) => agenda.phases[id]?.title ?? '');
  return {
    ...{ ...show(plan), strategy, shortMs, spareMs },
    ...{ dropped: titles(dropped), squeezed: titles(squeezed), command: apply(plan) },
  };
}

function reliefModels(
  agenda: AgendaView,
  situation: NonNullable<ReturnType<typeof situationOf>>,
  fit: Pick<Fit, 'reliefs'> | undefined,
  apply: Apply,
): ReliefModel[] {
  return (fit?.reliefs ?? []).slice(0, MOST_RELIEFS).map(({ id, shortMs }) => {
    const rest = { ...situation, ahead: situation.ahead.filter((phase) => phase.id !== id) };
    const { phases } = replan(rest, 'spread');
    const title = agenda.phases[id]?.title ?? '';
    return { id: id as PhaseId, title, shortMs, command: apply({ phases, dropped: [id] }) };
  });
}

/** More time for the tables, and what it takes from the rest so that the end stays where it is. */
export interface Offer {
  minutes: number;
  changes: readonly Segment[];
  endsAt: Instant;
  /** How much later than now forecast it would end; zero when the rest gives the time. */
  laterMs: number;
  pastHardEndMs: number;
  command: Command | undefined;
}

const OFFERED_MINUTES: readonly number[] = [1, 2, 5];

/** What could be offered before tables close. */
export function offers(agenda: AgendaView, you: SeatView, now: Instant): Offer[] {
  const heading = situationOf(agenda, 0, now);
  if (!heading) return [];
  const end = unchanged(agenda, heading.freeAt).endsAt;
  return OFFERED_MINUTES.flatMap((minutes) => {
    const moreMs = minutes * 60_000;
    const situation = situationOf(agenda, end, now, moreMs);
    if (!situation) return [];
    const plan = replan(situation, 'spread');
    const fits = plan.shortMs === 0;
    const kept = fits ? plan : { ...unchanged(agenda, situation.freeAt), dropped: [] };
    const { segments, endsAt } = stripIn(agenda, situation.freeAt, now, 1)(kept);
    return {
      ...{ minutes, endsAt, laterMs: Math.max(0, endsAt - end) },
      changes: segments.filter(({ wasMs }) => wasMs !== undefined),
      pastHardEndMs: Math.max(0, endsAt - (agenda.hardEndAt ?? endsAt)),
      command: commandsFor(agenda, you, moreMs, now)(kept),
    };
  });
}

/** What re-planning would come to, in short. */
export type Gist =
  | { key: 'shrinks' | 'grows'; endsAt: Instant; changes: readonly Segment[] }
  | { key: 'short'; endsAt: Instant; shortMs: number };

/** Undefined when nothing needs to change, or the session does not run. */
export function gist(agenda: AgendaView, now: Instant): Gist | undefined {
  const target = targetOf(agenda);
  const situation = target && situationOf(agenda, target.at, now);
  if (!target || !situation) return undefined;
  const plan = replan(situation, 'spread');
  if (plan.shortMs > 0) return { key: 'short', endsAt: target.at, shortMs: plan.shortMs };
  const { segments } = stripIn(agenda, situation.freeAt, now, 1)(plan);
  const changes = segments.filter(({ wasMs }) => wasMs !== undefined);
  if (changes.length === 0) return undefined;
  const key = changes.every(({ ms, wasMs = 0 }) => ms < wasMs) ? 'shrinks' : 'grows';
  return { key, endsAt: target.at, changes };
}

/** Where the session would end if the running phase got this much more, and how far past the target that is. */
export function extended(agenda: AgendaView, now: Instant, moreMs: number) {
  const target = targetOf(agenda);
  const situation = target && situationOf(agenda, target.at, now, moreMs);
  if (!target || !situation) return undefined;
  const { endsAt } = unchanged(agenda, situation.freeAt);
  return { endsAt, target, pastMs: Math.max(0, endsAt - target.at) };
}
