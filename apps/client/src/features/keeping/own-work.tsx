import { useMemo } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { SeatTicket } from '../../connection/provider.tsx';
import { createSeatApi, ownSeat } from '../../connection/seat-api.ts';
import { holdTicket } from '../../connection/tab.ts';
import { saveBytes } from '../../ui/save-file.ts';
import { type ContributionDesk, createContributionDesk } from './contribution-desk.ts';
import { OwnContribution } from './own-contribution.tsx';

/** The own contribution of whoever holds this tab's link; nothing without one. `title`: the workshop's. */
export function OwnWork({ title }: { title: string }) {
  const ticket = useMemo(ownSeat, []);
  const desk = useMemo(() => ticket && contributionDeskOf(ticket, title), [ticket, title]);
  const erased = useErased();
  return desk ? <OwnContribution desk={desk} erased={erased} /> : null;
}

/** Speaks for the holder of a link; what they contributed is saved under the workshop's `title`. */
export const contributionDeskOf = (ticket: SeatTicket, title: string): ContributionDesk =>
  createContributionDesk({
    api: createSeatApi(ticket),
    keep: (archive) => saveBytes(`${title}.zip`, archive),
  });

/** What happens in this tab once everything is being erased: the link is let go of, and a page says so. */
export function useErased(): () => void {
  const { route } = useLocation();
  return () => {
    holdTicket(undefined);
    route('/erased', true);
  };
}
