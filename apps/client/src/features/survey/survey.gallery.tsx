import type { SurveyAnswer } from '@werkraum/protocol';
import type { Exhibit } from '../../gallery/registry.ts';
import { Page } from '../../ui/page.tsx';
import type { BallotState } from './ballot-keeper.ts';
import type { SurveyAt, SurveyDesk } from './survey-desk.ts';
import { samplePage, sampleResults, sampleSurvey } from './survey-samples.ts';
import { SurveyView } from './survey-view.tsx';

const desk: Pick<SurveyDesk, 'answer' | 'send' | 'steer' | 'download' | 'refresh'> = {
  answer: () => {},
  send: async () => {},
  steer: async () => undefined,
  download: async () => undefined,
  refresh: async () => {},
};

const exhibit = (name: string, state: () => SurveyAt): Exhibit => ({
  name: `survey / ${name}`,
  render: () => (
    <Page>
      <SurveyView state={state()} desk={desk} />
    </Page>
  ),
});

const answers: Record<string, SurveyAnswer> = { 'topics-1': 4, 'topics-3': [0, 2], 'topics-4': 1, 'topics-5': '…' };
const asked = (ballot: BallotState) => () => sampleSurvey(samplePage('open'), { ballot });

export const exhibits: readonly Exhibit[] = [
  exhibit('loading', () => ({ at: 'loading' })),
  exhibit('a link that opens nothing', () => ({ at: 'closed', problem: 'unknown-link' })),
  exhibit('not reachable', () => ({ at: 'closed', problem: 'unreachable' })),
  exhibit('not open yet', () => sampleSurvey(samplePage('draft'))),
  exhibit('fetching the ballot', asked('fetching')),
  exhibit('nothing answered yet', asked('held')),
  exhibit('some answered', () => sampleSurvey(samplePage('open'), { ballot: 'held', answers })),
  exhibit('sending', () => sampleSurvey(samplePage('open'), { ballot: 'held', answers, sending: 'sending' })),
  exhibit('not sent', () => sampleSurvey(samplePage('open'), { ballot: 'held', answers, sending: 'failed' })),
  exhibit('sent', asked('sent')),
  exhibit('ballot elsewhere', asked('taken')),
  exhibit('without https', asked('impossible')),
  exhibit('ballot not reachable', asked('unreachable')),
  exhibit('ballot faulty', asked('faulty')),
  exhibit('over', () => sampleSurvey(samplePage('counted'))),
  exhibit('results for everybody', () => sampleSurvey(samplePage('published'), { results: sampleResults() })),
  exhibit('facilitator, first question', () => {
    const page = samplePage('draft', 'steers');
    return sampleSurvey({ ...page, draft: { questions: [], revision: 0 } });
  }),
  exhibit('facilitator, questions ready', () => sampleSurvey(samplePage('draft', 'steers'))),
  exhibit('facilitator, open', () => sampleSurvey({ ...samplePage('open', 'steers'), enough: false })),
  exhibit('facilitator, enough', () => sampleSurvey({ ...samplePage('open', 'steers'), enough: true })),
  exhibit('facilitator, too few', () => sampleSurvey(samplePage('too-few', 'steers'))),
  exhibit('facilitator, counted', () => sampleSurvey(samplePage('counted', 'steers'), { results: sampleResults() })),
  exhibit('facilitator, shown', () => sampleSurvey(samplePage('published', 'steers'), { results: sampleResults() })),
];
