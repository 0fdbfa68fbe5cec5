import { type Replan, replan, STRATEGIES } from '@werkraum/planning/replan';
import { type AgendaView, type Forecast, forecast, type PhaseId, type PhaseView } from '@werkraum/protocol';
import type { Bot } from './bot.ts';
import { must, type Play, quicker } from './cast.ts';

/** How much more time a round gets than was planned, in seconds of the planned workshop. */
const BEHIND_S = 8 * 60;

/** The tables get eight minutes more, and what is to come is re-planned so that the hard end is kept. */
export async function fallBehindAndRecover(play: Play, phaseId: PhaseId): Promise<void> {
  const { facilitator } = play.cast;
  const { endsAt } = clockOf(facilitator);
  await must(facilitator, { type: 'extend-phase', phaseId, byMs: Math.round(quicker(play, BEHIND_S)) });
  await facilitator.until('more time', () => clockOf(facilitator).endsAt > endsAt);
  const { behindMs: behindMsBefore } = outlook(facilitator);
  await recover(facilitator, phaseId);
  const { behindMs: behindMsAfter } = outlook(facilitator);
  play.tally.replanned = { behindMsBefore, behindMsAfter };
  play.say(`  ${inSeconds(behindMsBefore)} behind, re-planned: ${inSeconds(behindMsAfter)}`);
}

const inSeconds = (ms: number): string => `${Math.round(ms / 100) / 10} s`;

/** Applies the first strategy that fits into the time until the hard end. */
async function recover(facilitator: Bot, phaseId: PhaseId): Promise<void> {
  const { agenda } = facilitator.session();
  const plan = planFor(agenda, clockOf(facilitator).endsAt);
  const lengths = plan.phases.flatMap(({ id, plannedMs }) => {
    const fromMs = agenda.phases[id]?.plannedMs ?? plannedMs;
    return fromMs === plannedMs ? [] : [{ phaseId: id as PhaseId, fromMs, plannedMs }];
  });
  await must(facilitator, { type: 'replan', phaseId, lengths, drop: plan.dropped as PhaseId[] });
  const isSo = () =>
    lengths.every((length) => facilitator.session().agenda.phases[length.phaseId]?.plannedMs === length.plannedMs);
  await facilitator.until('the new plan', isSo);
}

function planFor(agenda: AgendaView, freeAt: number): Replan {
  const { order, phases, hardEndAt = freeAt } = agenda;
  const ahead = order.flatMap((id) => {
    const phase = phases[id];
    return phase?.state === 'ahead' ? [{ id, ...fitting(phase) }] : [];
  });
  const plans = STRATEGIES.map((strategy) => replan({ freeAt, until: hardEndAt, ahead }, strategy));
  const plan = plans.find(({ shortMs }) => shortMs === 0);
  if (!plan) throw new Error('Nothing brings the session to its hard end in time.');
  return plan;
}

const fitting = ({ plannedMs, minMs, locked, originalMs }: PhaseView) => ({
  ...{ plannedMs, minMs },
  ...(locked && { locked }),
  ...(originalMs !== undefined && { wishMs: originalMs }),
});

export function clockOf(bot: Bot): NonNullable<AgendaView['clock']> {
  const { clock } = bot.session().agenda;
  if (!clock) throw new Error('no phase runs');
  return clock;
}

function outlook(bot: Bot): Forecast {
  const seen = forecast(bot.session().agenda, bot.now());
  if (!seen) throw new Error('no phase runs');
  return seen;
}
