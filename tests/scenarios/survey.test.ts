import { createBallotKeeper } from '@werkraum/client/src/features/survey/ballot-keeper.ts';
import * as blind from '@werkraum/client/src/features/survey/blind.ts';
import {
  type CastBallot,
  type Command,
  Problem,
  type SurveyAnswers,
  SurveyOutcome,
  SurveyPage,
  SurveyResults,
  surveyTemplate,
} from '@werkraum/protocol';
import { createVoter } from '@werkraum/server/src/application/testing/voter.ts';
import { expect, test } from 'vitest';
import type { Person } from '../support/person.ts';
import { begin, must } from '../support/steps.ts';
import { givenWorkshop, type Workshop } from '../support/workshop.ts';

const QUESTIONS = [...surveyTemplate('topics', 'en'), ...surveyTemplate('format', 'en')];
const NAMES = ['Ada', 'Ben', 'Cem', 'Dora', 'Emil', 'Finja'];

const said = (name: string) => `=SUM(${name}) wrote this`;
const answersOf = (name: string) =>
  ({ 'topics-1': 5, 'topics-3': [1], 'format-3': 2, 'format-5': said(name) }) as unknown as SurveyAnswers;
const codeOf = async (response: Response) => [response.status, Problem.parse(await response.json()).code];
const pageOf = async (person: Person) => SurveyPage.parse(await (await person.fetches('GET', '/survey')).json());
const cast = ({ server, sessionId }: Workshop, ballot: CastBallot) =>
  server.api('POST', `/api/v1/surveys/${sessionId}/answers`, ballot, {});

async function ballotOf(person: Person): Promise<CastBallot> {
  const { survey } = await pageOf(person);
  const voter = createVoter(survey?.key ?? '');
  const response = await person.fetches('POST', '/survey/ballot', { blinded: voter.blinded });
  const { signature } = (await response.json()) as { signature: string };
  return voter.ballot(signature, answersOf(person.name));
}

/** The workshop is over and its survey open. */
async function withSurvey(): Promise<Workshop> {
  const workshop = await givenWorkshop(NAMES);
  await begin(workshop);
  await must(workshop.facilitator.asks({ type: 'set-survey', questions: QUESTIONS, seen: 0 }));
  await must(workshop.facilitator.asks({ type: 'end-session' }));
  await must(workshop.facilitator.asks({ type: 'open-survey', seen: 1 }));
  return workshop;
}

async function closed(names: readonly string[]): Promise<Workshop> {
  const workshop = await withSurvey();
  for (const name of names) expect((await cast(workshop, await ballotOf(workshop.person(name)))).status).toBe(204);
  await must(workshop.facilitator.asks({ type: 'close-survey' }));
  await workshop.settled();
  return workshop;
}

test('[SU-4] an opened survey gets its key, and everybody finds the questions with their own link', async () => {
  const workshop = await withSurvey();
  expect(workshop.person('Ada').sees().survey).toBe('open');
  const page = await pageOf(workshop.person('Ada'));
  expect(page).toMatchObject({ survey: { state: 'open', questions: QUESTIONS }, may: { answer: true, read: false } });
  expect((await pageOf(workshop.person('Ben'))).survey?.key).toBe(page.survey?.key);
  expect(page).not.toHaveProperty('enough');
  await workshop.close();
});

test('[SU-8] a ballot is given to people who take part, not to those who facilitate, and not to strangers', async () => {
  const workshop = await withSurvey();
  const { server, sessionId, facilitator } = workshop;
  const { blinded } = createVoter((await pageOf(facilitator)).survey?.key ?? '');
  const ask = (person: Person) => person.fetches('POST', '/survey/ballot', { blinded });
  expect(await codeOf(await ask(facilitator))).toEqual([403, 'not-for-you']);
  expect((await ask(workshop.timekeeper)).status).toBe(200);
  const path = `/api/v1/sessions/${sessionId}/seat/survey/ballot`;
  expect(await codeOf(await server.api('POST', path, { blinded }, {}))).toEqual([401, 'unknown-link']);
  const short = await workshop.person('Ada').fetches('POST', '/survey/ballot', { blinded: 'abc' });
  expect(await codeOf(short)).toEqual([400, 'malformed']);
  await workshop.close();
});

test('[SU-10] answers need a ballot and nothing else; what is wrong with one is said', async () => {
  const workshop = await withSurvey();
  const ballot = await ballotOf(workshop.person('Ada'));
  const other = { ...ballot, answers: answersOf('Eve') };
  expect(await codeOf(await cast(workshop, { ...ballot, nonce: 'A'.repeat(43) }))).toEqual([403, 'no-ballot']);
  expect((await cast(workshop, ballot)).status).toBe(204);
  expect((await cast(workshop, ballot)).status).toBe(204);
  expect(await codeOf(await cast(workshop, other))).toEqual([409, 'ballot-spent']);
  expect(await codeOf(await cast({ ...workshop, sessionId: 'B'.repeat(22) as never }, ballot))).toEqual([
    ...[404, 'not-found'],
  ]);
  await workshop.close();
});

test('[SU-10] who brings forged ballots has to wait a minute', async () => {
  const workshop = await withSurvey();
  const ballot = await ballotOf(workshop.person('Ada'));
  const codes = new Set<number>();
  for (let tries = 0; tries < 62; tries += 1)
    codes.add((await cast(workshop, { ...ballot, nonce: 'A'.repeat(43) })).status);
  expect([...codes]).toEqual([403, 429]);
  await workshop.close();
});

test('[SU-14] results are read by facilitators when it is closed, by everybody when they are published', async () => {
  const workshop = await closed(NAMES);
  const { facilitator } = workshop;
  const ada = workshop.person('Ada');
  expect(ada.sees().survey).toBe('counted');
  const results = SurveyResults.parse(await (await facilitator.fetches('GET', '/survey/results')).json());
  expect(results.answers).toBe(6);
  expect(results.questions[0]).toMatchObject({ answered: 6, counts: [0, 0, 0, 0, 6] });
  expect(results.questions[2]).toMatchObject({ answered: 6, counts: [0, 6, 0, 0, 0] });
  expect(await codeOf(await ada.fetches('GET', '/survey/results'))).toEqual([403, 'not-for-you']);
  await must(facilitator.asks({ type: 'publish-survey-results' }));
  expect((await ada.fetches('GET', '/survey/results')).status).toBe(200);
  expect(await codeOf(await ada.fetches('GET', '/survey/results.csv'))).toEqual([403, 'not-for-you']);
  await workshop.close();
});

test('[SU-14] nothing is read while it is open, and facilitators learn only whether five have answered', async () => {
  const workshop = await withSurvey();
  const { facilitator } = workshop;
  for (const name of NAMES.slice(0, 4)) await cast(workshop, await ballotOf(workshop.person(name)));
  expect((await pageOf(facilitator)).enough).toBe(false);
  await cast(workshop, await ballotOf(workshop.person('Emil')));
  expect((await pageOf(facilitator)).enough).toBe(true);
  expect(await codeOf(await facilitator.fetches('GET', '/survey/results'))).toEqual([403, 'not-for-you']);
  expect(await pageOf(workshop.timekeeper)).not.toHaveProperty('enough');
  await workshop.close();
});

test('[PE-14] [SU-24] a facilitator who was never in the room steers the survey with their link', async () => {
  const workshop = await givenWorkshop(NAMES);
  const nora = await workshop.invite('Nora', 'facilitator');
  await begin(workshop);
  await must(workshop.facilitator.asks({ type: 'end-session' }));
  const says = async (command: Command) => {
    const response = await nora.fetches('POST', '/commands', { id: crypto.randomUUID(), command });
    await workshop.settled();
    return response.json();
  };
  expect((await pageOf(nora)).may).toEqual({ answer: false, read: false, steer: true, open: true });
  expect(await says({ type: 'set-survey', questions: QUESTIONS, seen: 0 })).toEqual({ ok: true });
  expect(await says({ type: 'open-survey', seen: 1 })).toEqual({ ok: true });
  for (const name of NAMES) await cast(workshop, await ballotOf(workshop.person(name)));
  expect(await pageOf(nora)).toMatchObject({ survey: { state: 'open' }, enough: true });
  expect(await says({ type: 'close-survey' })).toEqual({ ok: true });
  expect(SurveyResults.parse(await (await nora.fetches('GET', '/survey/results')).json()).answers).toBe(6);
  expect((await nora.fetches('GET', '/survey/results.csv')).status).toBe(200);
  expect(await says({ type: 'publish-survey-results' })).toEqual({ ok: true });
  expect(workshop.person('Ada').sees().survey).toBe('published');
  expect(await says({ type: 'announce', announcementId: 'one', text: 'Hello', to: 'everybody' } as Command)).toEqual({
    ...{ ok: false, rejection: 'not-admitted' },
  });
  await workshop.close();
});

test('[SU-5] closed with four, there are no results, and what was written is gone', async () => {
  const workshop = await closed(NAMES.slice(0, 4));
  expect(workshop.facilitator.sees().survey).toBe('too-few');
  expect(await codeOf(await workshop.facilitator.fetches('GET', '/survey/results'))).toEqual([403, 'not-for-you']);
  expect(workshop.ballots.bytes()).not.toContain('wrote this');
  await workshop.close();
});

test('[SU-25] the host key reads what facilitators do, and no more', async () => {
  const workshop = await withSurvey();
  const { server, sessionId, facilitator } = workshop;
  const asks = (file: string, headers?: Record<string, string>) =>
    server.api('GET', `/api/v1/sessions/${sessionId}/${file}`, undefined, headers);
  const outcome = async () => SurveyOutcome.parse(await (await asks('survey')).json());
  for (const name of NAMES.slice(0, 4)) await cast(workshop, await ballotOf(workshop.person(name)));
  expect(await outcome()).toEqual({ state: 'open', enough: false });
  for (const name of NAMES.slice(4)) await cast(workshop, await ballotOf(workshop.person(name)));
  expect(await outcome()).toEqual({ state: 'open', enough: true });
  expect(await codeOf(await asks('survey.csv'))).toEqual([409, 'survey-not-over']);

  await must(facilitator.asks({ type: 'close-survey' }));
  await workshop.settled();
  const { state, results } = await outcome();
  expect([state, results?.answers]).toEqual(['counted', 6]);
  expect((await asks('survey.csv')).headers.get('content-type')).toContain('text/csv');
  await must(facilitator.asks({ type: 'publish-survey-results' }));
  expect((await outcome()).state).toBe('published');

  for (const file of ['survey', 'survey.csv']) {
    expect((await asks(file, {})).status).toBe(401);
    expect((await asks(file, { authorization: facilitator.authorization })).status).toBe(401);
    const unknown = await server.api('GET', `/api/v1/sessions/${'B'.repeat(22)}/${file}`);
    expect(await codeOf(unknown)).toEqual([404, 'not-found']);
  }
  await workshop.close();
});

test('[SU-25] with too few answers the host key finds none either, and before it was opened nothing', async () => {
  const few = await closed(NAMES.slice(0, 4));
  const read = (workshop: Workshop, file: string) =>
    workshop.server.api('GET', `/api/v1/sessions/${workshop.sessionId}/${file}`);
  expect(await (await read(few, 'survey')).json()).toEqual({ state: 'too-few' });
  expect(await codeOf(await read(few, 'survey.csv'))).toEqual([409, 'survey-too-few']);
  await few.close();
  const unasked = await givenWorkshop(NAMES);
  expect(await (await read(unasked, 'survey')).json()).toEqual({ state: 'draft' });
  expect(await codeOf(await read(unasked, 'survey.csv'))).toEqual([409, 'survey-not-over']);
  await unasked.close();
});

test('[SU-18] the table for spreadsheets has no row per person, and no cell that computes', async () => {
  const workshop = await closed(NAMES);
  const response = await workshop.facilitator.fetches('GET', '/survey/results.csv');
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="survey.csv"');
  expect(response.headers.get('content-type')).toContain('text/csv');
  const bytes = Buffer.from(await response.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = bytes.toString().slice(1).split('\r\n');
  expect(lines[0]).toBe('No.,Question,Answer,Count');
  expect(lines).toContain('1,How much do the topics of the workshop matter in your daily work?,5 (very much),6');
  const texts = lines.filter((line) => line.includes('wrote this'));
  expect(texts.toSorted()).toEqual(
    NAMES.map((name) => `10,What should we do differently next time?,'${said(name)},`).toSorted(),
  );
  await workshop.close();
});

test('[SU-13] a survey outlives a restart, also one that ends while it is opened or counted', async () => {
  const first = await withSurvey();
  const ballots = await Promise.all(NAMES.map((name) => ballotOf(first.person(name))));
  for (const ballot of ballots.slice(0, 3)) await cast(first, ballot);
  const second = await first.restart();
  for (const ballot of ballots) expect((await cast(second, ballot)).status).toBe(204);
  second.ballots.failWrites(true);
  await must(second.facilitator.asks({ type: 'close-survey' }));
  expect(second.facilitator.sees().survey).toBe('counting');
  second.ballots.failWrites(false);
  const third = await second.restart();
  expect(third.facilitator.sees().survey).toBe('counted');
  expect((await third.facilitator.fetches('GET', '/survey/results')).status).toBe(200);
  await third.close();
});

test('[SU-4] a key that cannot be kept at first is made a moment later', async () => {
  const workshop = await givenWorkshop(NAMES);
  await begin(workshop);
  await must(workshop.facilitator.asks({ type: 'set-survey', questions: QUESTIONS, seen: 0 }));
  await must(workshop.facilitator.asks({ type: 'end-session' }));
  workshop.ballots.failWrites(true);
  await must(workshop.facilitator.asks({ type: 'open-survey', seen: 1 }));
  expect(workshop.facilitator.sees().survey).toBe('opening');
  workshop.ballots.failWrites(false);
  await workshop.clock.advance(1_000);
  expect(workshop.facilitator.sees().survey).toBe('open');
  await workshop.close();
});

test('[SU-7] [SU-17] the log of facts, documents, faults and figures hold no ballot, no answer and no number of answers', async () => {
  const workshop = await withSurvey();
  const ballots = await Promise.all(NAMES.map((name) => ballotOf(workshop.person(name))));
  const documents = () =>
    JSON.stringify(workshop.people.map((person) => [person.sees(), person.you(), person.facilitators()]));
  const before = documents();
  for (const ballot of ballots) await cast(workshop, ballot);
  await cast(workshop, { ...(ballots[0] as CastBallot), answers: answersOf('Eve') });
  expect(documents()).toBe(before);
  const metrics = await (await workshop.server.api('GET', '/metrics')).text();
  const read = await workshop.store.read(workshop.sessionId, 0);
  const everything = [metrics, JSON.stringify(read), documents(), ...workshop.server.faults].join('\n');
  expect(everything).toContain('survey-opened');
  for (const { nonce, signature } of ballots) {
    expect(everything).not.toContain(nonce);
    expect(everything).not.toContain(signature);
  }
  expect(everything).not.toContain('wrote this');
  expect(workshop.server.faults).toEqual([]);
  await workshop.close();
});

test('[SU-16] with its session the survey is deleted', async () => {
  const workshop = await withSurvey();
  await cast(workshop, await ballotOf(workshop.person('Ada')));
  expect(workshop.ballots.bytes()).not.toBe('');
  await workshop.server.api('DELETE', `/api/v1/sessions/${workshop.sessionId}`);
  await workshop.server.idle();
  expect(workshop.ballots.bytes()).toBe('');
  await workshop.close();
});

test('[SU-20] the ballot that the browser makes is one the server counts', async () => {
  const workshop = await withSurvey();
  const ada = workshop.person('Ada');
  let kept: string | undefined;
  const ask = async (method: string, path: string, body?: unknown) => {
    const response = await ada.fetches(method, path, body);
    return { ok: true, value: await response.json() } as const;
  };
  const keeper = createBallotKeeper(
    { ask },
    {
      read: () => kept,
      write: (text) => {
        kept = text;
      },
      makers: async () => blind,
      alone: (work) => work(),
    },
  );
  expect(await keeper.ensure((await pageOf(ada)).survey?.key ?? '')).toBe('held');
  const ballot = keeper.held();
  if (!ballot) throw new Error('no ballot');
  expect((await cast(workshop, { ...ballot, answers: answersOf('Ada') })).status).toBe(204);
  expect(await codeOf(await cast(workshop, { ...ballot, answers: answersOf('Eve') }))).toEqual([409, 'ballot-spent']);
  await workshop.close();
});
