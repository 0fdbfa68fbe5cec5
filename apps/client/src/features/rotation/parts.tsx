import { useFacilitators } from '../../connection/hooks.ts';
import { later } from '../../ui/later.tsx';

/** Who sits where in all rounds: for facilitators, on a page of its own. */
export const RotationView = later(() => import('./rotation-view.tsx').then((part) => part.RotationView), ['rotation']);

const ProposalNotice = later(() => import('./proposal-notice.tsx').then((part) => part.ProposalNotice), ['rotation']);

/** Where a proposal is shown while a facilitator looks at something else. Its code comes with the first one. */
export function ProposalPlace({ look }: { look: () => void }) {
  return useFacilitators()?.rotation.proposal ? <ProposalNotice look={look} /> : null;
}

/** Fetches at once what a facilitator can be shown of it. */
export const RotationParts = {
  fetch: async (): Promise<void> => {
    await Promise.all([RotationView.fetch(), ProposalNotice.fetch()]);
  },
};
