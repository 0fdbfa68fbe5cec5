import type { PhasePlan, SessionPlan } from '@werkraum/protocol';
import type { Session } from '../session.ts';

const SECOND = 1_000;
const MINUTE = 60_000;
const LONGEST_MS = 8 * 60 * MINUTE;

/**
 * A plan that leads to this session as it is now, for another run of it: phases in their order, dropped ones left out.
 * With `actual`, phases that are over get the length they took. It has no planned start: another run has another one.
 */
export function planOf(session: Session, lengths: 'planned' | 'actual'): SessionPlan {
  const { title, language, agenda, people, questions } = session;
  const phases = agenda.phases.map((phase) => {
    const current = asSeated(session, phase);
    return lengths === 'actual' ? { ...current, plannedMs: tookMs(session, phase) ?? phase.plannedMs } : current;
  });
  return {
    ...{ title, language, admission: people.admission, phases },
    ...(agenda.hardEndMs !== undefined && { hardEndMs: agenda.hardEndMs }),
    ...(questions && { questions: [...questions] }),
  };
}

// How many tables a round has, and how people come to them, may have been changed since it was planned.
function asSeated({ breakouts }: Session, phase: PhasePlan): PhasePlan {
  if (phase.kind !== 'breakout-round') return phase;
  const round = breakouts.rounds[phase.id];
  if (!round) return phase;
  const { sizes: _planned, ...plan } = phase.round;
  const { groups, sizes, tables } = round;
  return { ...phase, round: { ...plan, groups, tables: tables.length, ...(sizes && { sizes }) } };
}

// Whole minutes, unless it took less than two: a rehearsal's seconds stay seconds.
function tookMs({ agenda }: Session, { id }: PhasePlan): number | undefined {
  const past = agenda.past.find(({ phaseId }) => phaseId === id);
  if (!past) return undefined;
  const took = past.endedAt - past.startedAt;
  const grain = took >= 2 * MINUTE ? MINUTE : SECOND;
  return Math.min(LONGEST_MS, Math.max(SECOND, Math.round(took / grain) * grain));
}
