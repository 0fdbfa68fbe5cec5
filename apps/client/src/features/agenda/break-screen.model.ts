import type { Instant, SessionView } from '@werkraum/protocol';

export interface BreakScreenModel {
  title: string;
  /** Time left; below zero the break is over and nobody has gone on yet. */
  leftMs: number;
  /** How much of the break is left, 1 to 0. */
  share: number;
  paused: boolean;
  /** When it goes on; undefined while that is open. */
  backAt: Instant | undefined;
  text: string | undefined;
}

/** The shared screen of a break. Undefined in every other phase. */
export function breakScreen({ agenda }: SessionView, now: Instant): BreakScreenModel | undefined {
  const { clock } = agenda;
  const phase = clock && agenda.phases[clock.phaseId];
  if (!clock || phase?.kind !== 'break') return undefined;
  const leftMs = clock.endsAt - (clock.pausedAt ?? now);
  const paused = clock.pausedAt !== undefined;
  return {
    title: phase.title,
    leftMs,
    share: Math.min(1, Math.max(0, leftMs / Math.max(1_000, clock.endsAt - clock.startedAt))),
    paused,
    backAt: paused || leftMs <= 0 ? undefined : clock.endsAt,
    text: phase.task?.instructions,
  };
}
