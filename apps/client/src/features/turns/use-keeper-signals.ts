import type { Instant } from '@werkraum/protocol';
import { useEffect, useRef } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import type { TimekeeperModel } from './timekeeper.model.ts';
import { type Moment, momentOf, turnSignals } from './turn-signals.model.ts';
import { soundOf } from './use-turn-signals.ts';

/** Sounds and says to the timekeeper that a table's speaker has half a minute left, or none. */
export function useKeeperSignals(model: TimekeeperModel | undefined, now: Instant): void {
  const t = useT('timekeeping');
  const somebody = useT('turns')('somebody');
  const before = useRef<ReadonlyMap<string, Moment>>(new Map());
  useEffect(() => {
    const queues = (model?.tables ?? []).flatMap(({ label, queue }) => (queue ? [{ label, queue }] : []));
    const moments = new Map(queues.map(({ label, queue }) => [label, momentOf(queue, now)]));
    for (const [label, moment] of moments) {
      for (const signal of turnSignals(before.current.get(label), moment)) {
        const words = { label, name: moment.name ?? somebody };
        if (signal.kind === 'half-minute') announce(t('spoken.tableHalfMinute', words));
        if (signal.kind === 'time-up') announce(t('spoken.tableTimeUp', words));
        if (signal.kind !== 'your-turn') soundOf(signal);
      }
    }
    before.current = moments;
  }, [model, now]);
}
