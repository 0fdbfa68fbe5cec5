import type { Command, Instant, SeatView, SessionView } from '@werkraum/protocol';

/** The trial of moving as a facilitator may offer or end it. An action that is not possible is undefined. */
export interface PracticeOffer {
  start: Command | undefined;
  /** While it runs: time until everybody is back. */
  running: { leftMs: number; closing: boolean; stop: Command | undefined } | undefined;
}

/** Undefined while there is nothing to offer and nothing to end. */
export function practiceOffer({ agenda, tables }: SessionView, you: SeatView, now: Instant): PracticeOffer | undefined {
  const phaseId = agenda.clock?.phaseId;
  if (!phaseId) return undefined;
  if (tables?.practiceUntil === undefined) {
    return you.may.includes('start-practice')
      ? { start: { type: 'start-practice', phaseId }, running: undefined }
      : undefined;
  }
  const closing = tables.state === 'closing';
  const leftMs = Math.max(0, (tables.closesAt ?? tables.practiceUntil) - now);
  const stop: Command | undefined = you.may.includes('stop-practice') ? { type: 'stop-practice', phaseId } : undefined;
  return { start: undefined, running: { leftMs, closing, stop } };
}
