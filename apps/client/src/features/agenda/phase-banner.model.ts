import type { Instant, PhaseKind, SeatView, SessionView } from '@werkraum/protocol';

export interface PhaseBannerModel {
  kind: PhaseKind | undefined;
  /** The phase, or the workshop before its start. */
  title: string;
  /** Of a round. */
  topic?: string;
  /** The table where this person sits now. */
  tableLabel?: string;
  /** When the phase will be over; not while it is paused, over time or closing. */
  until?: Instant;
  paused: boolean;
  /** Results should be written down from now on. */
  harvest: boolean;
}

/** Where am I, and what are we doing: the line above the stage. */
export function phaseBanner(session: SessionView, you: SeatView, now: Instant): PhaseBannerModel {
  const { agenda, tables, title } = session;
  const { clock } = agenda;
  const phase = clock && agenda.phases[clock.phaseId];
  if (!clock || !phase) return { kind: undefined, title, paused: false, harvest: false };
  const table = tables?.rooms[you.place];
  const paused = clock.pausedAt !== undefined;
  return {
    kind: phase.kind,
    title: phase.title,
    ...(phase.round && { topic: table?.topic ?? phase.round.topic }),
    ...(table && { tableLabel: table.label }),
    ...(tables?.closesAt === undefined && !paused && now < clock.endsAt && { until: clock.endsAt }),
    paused,
    harvest: tables?.state === 'open' && now >= tables.harvestAt && !paused,
  };
}
