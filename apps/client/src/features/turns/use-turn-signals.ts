import type { Instant } from '@werkraum/protocol';
import { useEffect, useRef } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import { chime } from '../../ui/chime.ts';
import { type Moment, momentOf, type Signal, turnSignals } from './turn-signals.model.ts';
import type { TurnQueueModel } from './turns.model.ts';

/** Sounds and says what concerns somebody at the table. The clock speaks and chimes only to whose clock it is. */
export function useTurnSignals(queue: TurnQueueModel | undefined, now: Instant): void {
  const t = useT('turns');
  const before = useRef<Moment>(undefined);
  useEffect(() => {
    const moment = queue && momentOf(queue, now);
    const signals = moment ? turnSignals(before.current, moment) : [];
    before.current = moment;
    for (const signal of signals.filter(({ kind }) => moment?.own || !aboutTheClock(kind))) {
      announce(t(`spoken.${signal.kind}`, { ...signal }));
      soundOf(signal);
    }
  }, [queue, now]);
}

const CLOCK: readonly Signal['kind'][] = ['half-minute', 'ten-seconds', 'time-up', 'minutes'];
const aboutTheClock = (kind: Signal['kind']): boolean => CLOCK.includes(kind);

/** The sound of a signal, if it has one. */
export function soundOf({ kind }: Signal): void {
  if (kind === 'your-turn') chime('turn');
  if (kind === 'half-minute') chime('warning');
  if (kind === 'time-up') chime('end');
}

/** Says to the speaker, without a sound, that they are asked to come to an end. What was asked before the page was there is only shown. */
export function useNudge(nudgedAt: Instant | undefined): void {
  const t = useT('turns');
  const before = useRef(nudgedAt);
  useEffect(() => {
    if (nudgedAt !== undefined && nudgedAt !== before.current) announce(t('yours.nudged'));
    before.current = nudgedAt;
  }, [nudgedAt]);
}
