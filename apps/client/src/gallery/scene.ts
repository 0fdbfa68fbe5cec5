import type { FacilitatorsView, Instant, RoomView, SeatView, SessionView, StaffView } from '@werkraum/protocol';

/** The documents one person would hold: what gallery pages and tests render without a server. */
export interface Documents {
  session: SessionView;
  you: SeatView;
  staff?: StaffView;
  facilitators?: FacilitatorsView;
  room?: RoomView;
  now: Instant;
}

/** Moments of the model workshop that can be shown. */
export type Moment =
  | 'doors-closed'
  | 'doors-open'
  | 'intro'
  | 'talk'
  | 'gathering'
  | 'inputs'
  | 'closing'
  | 'reflection'
  | 'ended';

/** 10:00 on a summer morning in Dortmund. */
export const STARTED_AT: Instant = Date.UTC(2026, 5, 16, 8, 0, 0);

export interface Scene {
  moment: Moment;
  /** Whose screen: a seat id such as `frieda`, `theo`, `salma`, `ada`. */
  you?: string;
  /** How far the running phase is, in milliseconds; below zero counts from its end. */
  elapsedMs?: number;
  paused?: boolean;
  language?: 'de' | 'en';
}
