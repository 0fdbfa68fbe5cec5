import type { RecordCheck } from '@werkraum/protocol';
import type { Exhibit } from '../../gallery/registry.ts';
import { Page } from '../../ui/page.tsx';
import type { ContributionState } from './contribution-desk.ts';
import { ErasedNotice } from './erased-notice.tsx';
import { literalContribution } from './literal-contribution.ts';
import { AskAgain, OwnContribution } from './own-contribution.tsx';
import { RecordLine } from './record-check.tsx';

const shown = (state: ContributionState) => () => (
  <Page>
    <OwnContribution desk={literalContribution(state)} erased={() => undefined} />
  </Page>
);

const asked = (state: ContributionState) => () => (
  <Page>
    <AskAgain desk={literalContribution(state)} erased={() => undefined} close={() => undefined} />
  </Page>
);

const recorded = (check: RecordCheck) => () => (
  <Page>
    <RecordLine check={check} />
  </Page>
);

export const exhibits: readonly Exhibit[] = [
  { name: 'keeping / own contribution', render: shown({}) },
  { name: 'keeping / being saved', render: shown({ doing: 'saving' }) },
  { name: 'keeping / not saved', render: shown({ problem: 'unreachable' }) },
  { name: 'keeping / asked once more', render: asked({}) },
  { name: 'keeping / being erased', render: asked({ doing: 'erasing' }) },
  { name: 'keeping / last facilitator', render: asked({ problem: 'last-facilitator' }) },
  {
    name: 'keeping / record of the workshop',
    render: recorded({ entries: 1482, value: '3f2a9c1e77b05d64'.repeat(4) }),
  },
  { name: 'keeping / record damaged', render: recorded({ damagedAt: 7 }) },
  {
    name: 'keeping / erased',
    render: () => (
      <Page>
        <ErasedNotice />
      </Page>
    ),
  },
];
