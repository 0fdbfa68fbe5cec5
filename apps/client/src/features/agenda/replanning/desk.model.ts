import {
  type AgendaView,
  type Command,
  forecast,
  type Instant,
  MOST_PHASES,
  type PhaseId,
  type PhaseKind,
  type PhaseView,
  type SeatView,
} from '@werkraum/protocol';

const MINUTE = 60_000;

/** One phase at the desk. An action that is not possible is undefined. */
export interface DeskRow {
  id: PhaseId;
  /** Its place in the agenda, from 1. */
  number: number;
  title: string;
  kind: PhaseKind;
  state: PhaseView['state'];
  plannedMs: number;
  minMs: number;
  /** What it was when the session started, if that differs. */
  originalMs?: number;
  /** Put in since the start. */
  added: boolean;
  tookMs?: number;
  /** When it began, or would begin. */
  startsAt?: Instant;
  locked: boolean;
  /** How much `shorter` and `longer` change. */
  stepMs: number;
  up: Command | undefined;
  down: Command | undefined;
  shorter: Command | undefined;
  longer: Command | undefined;
  lock: Command | undefined;
  drop: Command | undefined;
  /** May be changed, and dragged. */
  canChange: boolean;
}

export interface DroppedRow {
  id: PhaseId;
  title: string;
  kind: PhaseKind;
  plannedMs: number;
  restore: Command | undefined;
}

export interface DeskModel {
  rows: readonly DeskRow[];
  dropped: readonly DroppedRow[];
  totalMs: number;
  /** From start to hard end. */
  limitMs: number | undefined;
  canAdd: boolean;
  /** A phase is put down on another: whether it would stand after it (it comes from above) or before it. */
  comesFromAbove(phaseId: PhaseId, onto: PhaseId): boolean;
  putOn(phaseId: PhaseId, onto: PhaseId): Command;
}

/** The agenda as a facilitator changes it. */
export function desk(agenda: AgendaView, you: SeatView, now: Instant): DeskModel {
  const may = (type: Command['type']): boolean => you.may.includes(type);
  const starts = startsOf(agenda, now);
  const rows = agenda.order.flatMap((id, at) => {
    const phase = agenda.phases[id];
    return phase ? [rowOf(agenda, { id, at, phase, startsAt: starts.get(id) }, may)] : [];
  });
  const { startedAt, hardEndAt } = agenda;
  return {
    rows,
    dropped: (agenda.dropped ?? []).map(({ phaseId, title, kind, plannedMs }) => ({
      ...{ id: phaseId, title, kind, plannedMs },
      restore: may('restore-phase') ? { type: 'restore-phase', phaseId } : undefined,
    })),
    totalMs: rows.reduce((sum, { plannedMs, tookMs }) => sum + (tookMs ?? plannedMs), 0),
    limitMs: startedAt === undefined || hardEndAt === undefined ? undefined : hardEndAt - startedAt,
    canAdd: may('add-phase') && rows.length < MOST_PHASES,
    comesFromAbove: (phaseId, onto) => fromAbove(agenda, phaseId, onto),
    putOn: (phaseId, onto) => {
      const after = agenda.order[agenda.order.indexOf(onto) + 1];
      const before = fromAbove(agenda, phaseId, onto) ? after : onto;
      return { type: 'move-phase', phaseId, ...(before && { before }) };
    },
  };
}

const fromAbove = ({ order }: AgendaView, phaseId: PhaseId, onto: PhaseId): boolean =>
  order.indexOf(phaseId) < order.indexOf(onto);

interface At {
  id: PhaseId;
  at: number;
  phase: PhaseView;
  startsAt: Instant | undefined;
}

function rowOf(agenda: AgendaView, { id, at, phase, startsAt }: At, may: (type: Command['type']) => boolean): DeskRow {
  const { title, kind, state, plannedMs, minMs, originalMs, locked = false, startedAt, endedAt } = phase;
  const isAhead = state === 'ahead';
  return {
    ...{ id, number: at + 1, title, kind, state, plannedMs, minMs, locked, stepMs: stepOf(plannedMs) },
    ...(originalMs !== undefined && originalMs !== plannedMs && { originalMs }),
    added: agenda.startedAt !== undefined && originalMs === undefined,
    ...(startedAt !== undefined && endedAt !== undefined && { tookMs: endedAt - startedAt }),
    ...(startsAt !== undefined && { startsAt }),
    ...moves(agenda, id, at, isAhead && may('move-phase')),
    ...lengths({ id, at, phase, startsAt }, isAhead && !locked && may('change-phase')),
    lock: isAhead && may('change-phase') ? change(id, { locked: !locked }) : undefined,
    drop:
      isAhead && !locked && agenda.order.length > 1 && may('drop-phase')
        ? { type: 'drop-phase', phaseId: id }
        : undefined,
    canChange: isAhead && may('change-phase'),
  };
}

function moves({ order, phases }: AgendaView, id: PhaseId, at: number, can: boolean): Pick<DeskRow, 'up' | 'down'> {
  const above = order[at - 1];
  const canUp = can && above !== undefined && phases[above]?.state === 'ahead';
  const canDown = can && at < order.length - 1;
  const below = order[at + 2];
  return {
    up: canUp ? { type: 'move-phase', phaseId: id, before: above } : undefined,
    down: canDown ? { type: 'move-phase', phaseId: id, ...(below && { before: below }) } : undefined,
  };
}

function lengths({ id, phase: { plannedMs, minMs } }: At, can: boolean): Pick<DeskRow, 'shorter' | 'longer'> {
  const stepMs = stepOf(plannedMs);
  const less = plannedMs - stepMs;
  return {
    shorter: can && less >= Math.max(minMs, 1_000) ? change(id, { plannedMs: less }) : undefined,
    longer: can ? change(id, { plannedMs: plannedMs + stepMs }) : undefined,
  };
}

const change = (phaseId: PhaseId, what: Extract<Command, { type: 'change-phase' }>['change']): Command => ({
  ...{ type: 'change-phase', phaseId },
  change: what,
});

// Phases of a rehearsal last seconds.
const stepOf = (plannedMs: number): number => (plannedMs >= 2 * MINUTE ? MINUTE : 5_000);

function startsOf(agenda: AgendaView, now: Instant): Map<PhaseId, Instant> {
  const starts = new Map<PhaseId, Instant>();
  const end = forecast(agenda, now)?.endsAt;
  let left = 0;
  for (const id of agenda.order.toReversed()) {
    const phase = agenda.phases[id];
    if (phase?.state !== 'ahead') {
      if (phase?.startedAt !== undefined) starts.set(id, phase.startedAt);
      continue;
    }
    left += phase.plannedMs;
    if (end !== undefined) starts.set(id, end - left);
  }
  return starts;
}
