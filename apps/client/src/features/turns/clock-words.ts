import type { Translate } from '../../i18n/i18n.ts';
import { clockFace } from '../../ui/clock-face.ts';
import type { TurnClock } from './turn-clock.ts';

/** What stands beside the ring: "1:20 left", "0:12 over", "The clock starts in 0:05", "Paused". */
export function clockWords(t: Translate<'turns'>, clock: TurnClock): string {
  if (clock.paused) return t('paused');
  if (clock.state === 'grace') return t('startsIn', { time: clockFace(Math.ceil(clock.graceMs / 1_000) * 1_000).text });
  return t(clock.state === 'over' ? 'over' : 'left', { time: duration(Math.abs(wholeSeconds(clock.leftMs))) });
}

/** A length of time as figures, without a sign. */
export const duration = (ms: number): string => clockFace(Math.max(0, ms)).text;

// As the figures in the ring: what is left is rounded down, so overtime counts from one.
const wholeSeconds = (ms: number): number => Math.floor(ms / 1_000) * 1_000;
