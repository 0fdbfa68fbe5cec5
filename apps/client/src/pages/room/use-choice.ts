import type { SeatView, SessionView } from '@werkraum/protocol';
import { useEffect, useState } from 'preact/hooks';
import type { Centre, Panel } from './room.model.ts';

/** What somebody wants to see; without a wish it is what fits the moment. `pane` is the one in sight on a phone. */
export interface Choice {
  centre?: Centre;
  panel?: Panel;
  pane: 'centre' | 'panel';
}

interface Moment {
  place: SeatView['place'] | undefined;
  role: SeatView['role'] | undefined;
  /** Which table reports. */
  report: NonNullable<SessionView['report']>['roomId'] | undefined;
}

/** No wish. Always the same object, so that setting it where it is set draws nothing again. */
const FITTING: Choice = { pane: 'centre' };

/**
 * Choices last until their reason is over. Who takes part and comes to another place finds what fits there [BR-29];
 * who leads keeps their instruments wherever they go. When a table begins to report, everybody looks there.
 */
export function useChoice({ place, role, report }: Moment): [Choice, (next: Partial<Choice>) => void] {
  const [choice, setChoice] = useState(FITTING);
  const leads = role === 'facilitator' || role === 'timekeeper';
  useEffect(() => {
    if (!leads) setChoice(FITTING);
  }, [place, leads]);
  useEffect(() => {
    if (report) setChoice(({ centre: _elsewhere, ...rest }) => ({ ...rest, pane: 'centre' }));
  }, [report]);
  return [choice, (next) => setChoice({ ...choice, ...next })];
}
