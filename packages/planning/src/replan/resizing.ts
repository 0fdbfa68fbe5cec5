import type { Fit, PhaseToFit, Strategy } from './fit.ts';
import { grainOf, type Moving, moveInSteps, type Rank, roomOf, slackOf } from './steps.ts';

/** Shortens phases by `surplusMs` together, or stretches them when it is below zero. None is dropped. */
export function resized(phases: readonly PhaseToFit[], surplusMs: number, strategy: Strategy): Fit['phases'] {
  const sign = surplusMs > 0 ? -1 : 1;
  const limit = sign < 0 ? slackOf : roomOf;
  const moving = phases.map((phase, at): Moving => {
    return { at, plannedMs: phase.plannedMs, limitMs: limit(phase), movedMs: 0 };
  });
  const grain = grainOf(phases);
  moveInSteps(moving, Math.abs(surplusMs), grain, RANKS[sign < 0 ? strategy : growing(strategy)](grain, sign), sign);
  return phases.map(({ id, plannedMs }, at) => ({ id, plannedMs: plannedMs + sign * (moving[at]?.movedMs ?? 0) }));
}

// With time to give there is nothing to drop: everybody gets a share.
const growing = (strategy: Strategy): Strategy => (strategy === 'drop' ? 'spread' : strategy);

const RANKS: Record<Strategy, (grainMs: number, sign: 1 | -1) => Rank> = {
  spread: shares,
  drop: shares,
  next: () => nearest,
  longest: (_, sign) => (sign < 0 ? longest : missesMost),
};

// Webster's (Sainte-Laguë's) divisors: after k steps a phase ranks by its claim over k + ½, so that shares follow the claims.
function shares(grainMs: number): Rank {
  return (phase) => claimOf(phase) / (phase.movedMs / grainMs + 0.5);
}

const claimOf = ({ limitMs, plannedMs }: Moving): number => (Number.isFinite(limitMs) ? limitMs : plannedMs);
const nearest: Rank = ({ at }) => -at;
const longest: Rank = ({ plannedMs, movedMs }) => plannedMs - movedMs;
const missesMost: Rank = (phase) => claimOf(phase) - (Number.isFinite(phase.limitMs) ? phase.movedMs : 0);
