import { type AgendaView, forecast, type Instant } from '@werkraum/protocol';

/** Ahead or behind, as one sentence's parts. */
export interface OutlookModel {
  pace: 'on-time' | 'behind' | 'ahead';
  /** Whole minutes behind or ahead. */
  minutes: number;
  /** When the session would end. */
  endsAt: Instant;
  /** Whole minutes past the hard end. */
  pastHardEnd: number;
}

const MINUTE = 60_000;

/** Where the session is heading. Undefined unless it runs. */
export function outlook(agenda: AgendaView, now: Instant): OutlookModel | undefined {
  const heading = forecast(agenda, now);
  if (!heading) return undefined;
  const minutes = Math.round(Math.abs(heading.behindMs) / MINUTE);
  return {
    pace: minutes === 0 ? 'on-time' : heading.behindMs > 0 ? 'behind' : 'ahead',
    minutes,
    endsAt: heading.endsAt,
    pastHardEnd: Math.round(heading.pastHardEndMs / MINUTE),
  };
}
