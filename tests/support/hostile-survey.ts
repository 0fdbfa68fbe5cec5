import { type SurveyAnswers, SurveyPage } from '@werkraum/protocol';
import { createVoter } from '@werkraum/server/src/application/testing/voter.ts';
import { createDealer } from './hostile.ts';
import { hostileSurvey } from './hostile-plan.ts';
import type { HostileWorkshop } from './hostile-workshop.ts';
import type { Person } from './person.ts';
import { must } from './steps.ts';
import { until } from './until.ts';

const pageOf = async (person: Person) => SurveyPage.parse(await (await person.fetches('GET', '/survey')).json());
const stateOf = (person: Person) => person.sees().survey;

/** The session has ended, and everybody is asked in hostile questions. */
export async function openHostileSurvey({ person }: HostileWorkshop): Promise<void> {
  const facilitator = person(0);
  await must(facilitator.asks({ type: 'end-session' }));
  await must(facilitator.asks({ type: 'set-survey', questions: hostileSurvey(), seen: 0 }));
  await must(facilitator.asks({ type: 'open-survey', seen: 1 }));
  await until(() => stateOf(facilitator) === 'open', 'the survey has its key');
}

/** Whoever opens the survey in a browser has fetched their ballot there, and does not answer here. */
export const READER = 3;

/** Six answer with every text of the corpus; the results are there for everybody. */
export async function closeHostileSurvey({ server, sessionId, people, person }: HostileWorkshop): Promise<void> {
  const dealer = createDealer();
  const questions = hostileSurvey().filter(({ kind }) => kind === 'text');
  for (const one of people.filter((_, index) => index !== 0 && index !== READER)) {
    const voter = createVoter((await pageOf(one)).survey?.key ?? '');
    const signed = await one.fetches('POST', '/survey/ballot', { blinded: voter.blinded });
    const { signature } = (await signed.json()) as { signature: string };
    const texts = questions.map(({ id }) => [id, dealer.some(2, 490).join('\n')]);
    const answers = { ...Object.fromEntries(texts), 'single-0': 1, 'multiple-0': [0, 2], 'scale-0': 3 };
    const ballot = voter.ballot(signature, answers as SurveyAnswers);
    const response = await server.api('POST', `/api/v1/surveys/${sessionId}/answers`, ballot, {});
    if (response.status !== 204) throw new Error(`not counted: ${await response.text()}`);
  }
  await must(person(0).asks({ type: 'close-survey' }));
  await until(() => stateOf(person(0)) === 'counted', 'the survey is counted');
  await must(person(0).asks({ type: 'publish-survey-results' }));
}
