import type { AgendaView, Instant, PhaseId, PhasePlan, PhaseView } from '@werkraum/protocol';
import { type Moment, type Scene, STARTED_AT } from './scene.ts';

const MINUTE = 60_000;

/** When each phase began, or would by plan. */
export function phaseStarts(phases: readonly PhasePlan[]): Instant[] {
  let at = STARTED_AT;
  // The input talk ran four minutes over, so that ahead/behind has something to say.
  return phases.map((phase) => {
    const start = at;
    at += phase.plannedMs + (phase.kind === 'input-talk' ? 4 * MINUTE : 0);
    return start;
  });
}

/** The moment a scene shows: given, or some minutes into the phase. */
export function instantIn(phase: PhasePlan, start: Instant, { moment, elapsedMs }: Scene): Instant {
  if (elapsedMs !== undefined) return elapsedMs < 0 ? start + phase.plannedMs + elapsedMs : start + elapsedMs;
  if (moment === 'gathering') return start + 18_000;
  if (moment === 'closing') return start + phase.plannedMs - 45_000;
  return start + 6 * MINUTE + 20_000;
}

/** Shortly before the start, or at the end. */
export const outsideNow = (moment: Moment, starts: readonly Instant[]): Instant =>
  moment === 'ended' ? (starts.at(-1) ?? STARTED_AT) + 17 * MINUTE : STARTED_AT - 5 * MINUTE;

/** A phase as everybody sees it while phase number `index` runs. */
function phaseView(
  phases: readonly PhasePlan[],
  phase: PhasePlan,
  at: number,
  index: number,
  starts: readonly Instant[],
): PhaseView {
  const { kind, title, plannedMs, minMs, onTimeUp, task } = phase;
  const state = at < index ? 'done' : at === index ? 'now' : 'ahead';
  const endedAt = starts[at + 1] ?? (starts[at] ?? STARTED_AT) + 17 * MINUTE;
  return {
    kind,
    title,
    plannedMs,
    minMs,
    onTimeUp,
    ...(index >= 0 && { originalMs: plannedMs }),
    ...(task && { task }),
    ...(phase.kind === 'breakout-round' && {
      round: {
        number: phases.slice(0, at + 1).filter((other) => other.kind === 'breakout-round').length,
        topic: phase.round.topic,
        ...(phase.round.question !== undefined && { question: phase.round.question }),
        tables: phase.round.tables,
        ...(phase.round.turns && { turns: phase.round.turns }),
      },
    }),
    state,
    ...(state !== 'ahead' && { startedAt: starts[at] ?? STARTED_AT }),
    ...(state === 'done' && { endedAt }),
  };
}

/** The agenda while phase number `index` runs: none before the first, all done after the last. */
export function agendaNow(
  phases: readonly PhasePlan[],
  { index, now, paused }: { index: number; now: Instant; paused: boolean },
): AgendaView {
  const starts = phaseStarts(phases);
  const running = phases[index];
  const startedAt = starts[index] ?? STARTED_AT;
  return {
    order: phases.map(({ id }) => id),
    phases: Object.fromEntries(phases.map((phase, at) => [phase.id, phaseView(phases, phase, at, index, starts)])),
    plannedMs: 120 * MINUTE,
    ...(index >= 0 && { startedAt: STARTED_AT }),
    ...(index >= phases.length && { endedAt: now }),
    ...(running && {
      clock: {
        phaseId: running.id,
        startedAt,
        endsAt: startedAt + running.plannedMs,
        ...(paused && { pausedAt: now - 20_000 }),
      },
      hardEndAt: STARTED_AT + 120 * MINUTE,
      ...(index > 0 && { undoTo: phases[index - 1]?.id as PhaseId }),
    }),
  };
}
