import type { AgendaView } from './agenda.ts';
import type { Instant } from './ids.ts';

/** Where the session is heading if nothing is re-planned. */
export interface Forecast {
  endsAt: Instant;
  /** Above zero: late against the plan; below: early. */
  behindMs: number;
  /** How far the forecast runs past the hard end; zero when it fits. */
  pastHardEndMs: number;
}

/** Ahead or behind, from the running clock and the planned lengths of what is still to come. Undefined unless the session runs. */
export function forecast(agenda: AgendaView, now: Instant): Forecast | undefined {
  const { clock, startedAt } = agenda;
  if (!clock || startedAt === undefined) return undefined;
  const held = clock.pausedAt === undefined ? 0 : now - clock.pausedAt;
  const ahead = agenda.order.reduce((sum, id) => {
    const phase = agenda.phases[id];
    return phase?.state === 'ahead' ? sum + phase.plannedMs : sum;
  }, 0);
  const endsAt = Math.max(clock.endsAt + held, now) + ahead;
  return {
    endsAt,
    behindMs: endsAt - (startedAt + agenda.plannedMs),
    pastHardEndMs: agenda.hardEndAt === undefined ? 0 : Math.max(0, endsAt - agenda.hardEndAt),
  };
}
