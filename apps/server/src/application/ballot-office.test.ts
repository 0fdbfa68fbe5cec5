import { type QuestionId, type SeatId, type SessionId, type SurveyAnswers, surveyTemplate } from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { createMemoryBallotBox } from '../adapters/memory/ballot-box.ts';
import { type BallotOffice, createBallotOffice } from './ballot-office.ts';
import { makeSurveyKey } from './blind-signature.ts';
import { createVoter } from './testing/voter.ts';

const SESSION = 'workshop' as SessionId;
const OTHER = 'another' as SessionId;
const ASKED = { title: 'Workshop', questions: surveyTemplate('topics', 'en') };
const KEY = makeSurveyKey();
const NAMES = ['ada', 'ben', 'cem', 'dora', 'emil', 'finja'];

const answers = (given: Record<string, SurveyAnswers[QuestionId]>) => given as SurveyAnswers;
const says = (text: string) => answers({ 'topics-1': 4, 'topics-3': [0, 2], 'topics-5': text });

async function opened() {
  const box = createMemoryBallotBox();
  const office = createBallotOffice(box, () => KEY);
  const key = await office.open(SESSION);
  return { box, office, key };
}

async function ballotFor(office: BallotOffice, key: string, name: string, given = says(`said by ${name}`)) {
  const voter = createVoter(key);
  const signed = await office.sign(SESSION, name as SeatId, voter.blinded);
  if (!signed.ok) throw new Error(signed.why);
  return voter.ballot(signed.signature, given);
}

async function voted(names: readonly string[]) {
  const all = await opened();
  for (const name of names) {
    const ballot = await ballotFor(all.office, all.key, name);
    expect(await all.office.cast(SESSION, ASKED, ballot)).toBe('counted');
  }
  return all;
}

describe('ballots', () => {
  test('[SU-4] opening again finds the same key', async () => {
    const { office, key } = await opened();
    expect(await office.open(SESSION)).toBe(key);
    const anew = createBallotOffice(createMemoryBallotBox());
    expect(await anew.open(SESSION)).not.toBe(await anew.open(OTHER));
  });

  test('[SU-9] the same request is answered the same, another one of the same person is refused', async () => {
    const { office, key } = await opened();
    const [voter, second] = [createVoter(key), createVoter(key)];
    const signed = await office.sign(SESSION, 'ada' as SeatId, voter.blinded);
    expect(signed.ok).toBe(true);
    expect(await office.sign(SESSION, 'ada' as SeatId, voter.blinded)).toEqual(signed);
    expect(await office.sign(SESSION, 'ada' as SeatId, second.blinded)).toEqual({ ok: false, why: 'ballot-taken' });
    expect((await office.sign(SESSION, 'ben' as SeatId, second.blinded)).ok).toBe(true);
    const none = Buffer.alloc(256, 0xff).toString('base64url');
    expect(await office.sign(SESSION, 'cem' as SeatId, none)).toEqual({ ok: false, why: 'malformed' });
  });

  test('[SU-10] a ballot counts once, may be repeated as it was, and carries nothing else then', async () => {
    const { office, key, box } = await opened();
    const ballot = await ballotFor(office, key, 'ada');
    expect(await office.cast(SESSION, ASKED, ballot)).toBe('counted');
    const after = box.bytes();
    expect(await office.cast(SESSION, ASKED, ballot)).toBe('counted');
    expect(await office.cast(SESSION, ASKED, { ...ballot, answers: says('something else') })).toBe('ballot-spent');
    expect(box.bytes()).toBe(after);
  });

  test('[SU-10] without a signature of this survey nothing is counted', async () => {
    const { office, key, box } = await opened();
    const ballot = await ballotFor(office, key, 'ada');
    const before = box.bytes();
    const forged = { ...ballot, nonce: Buffer.alloc(32, 7).toString('base64url') };
    expect(await office.cast(SESSION, ASKED, forged)).toBe('no-ballot');
    expect(await office.cast(OTHER, ASKED, ballot)).toBe('survey-not-open');
    const elsewhere = createBallotOffice(createMemoryBallotBox());
    await elsewhere.open(SESSION);
    expect(await elsewhere.cast(SESSION, ASKED, ballot)).toBe('no-ballot');
    expect(box.bytes()).toBe(before);
  });

  test('[SU-10] answers that do not fit the questions leave the ballot as it was', async () => {
    const { office, key } = await opened();
    const ballot = await ballotFor(office, key, 'ada');
    const wrong: Record<string, SurveyAnswers[QuestionId]>[] = [
      {},
      { 'topics-1': 6 },
      { 'topics-1': 0 },
      { 'topics-1': 'five' },
      { 'topics-3': [0, 0] },
      { 'topics-3': [5] },
      { 'topics-4': [1] },
      { 'topics-5': 1 },
      { nothing: 1 },
    ];
    for (const given of wrong)
      expect(await office.cast(SESSION, ASKED, { ...ballot, answers: answers(given) })).toBe('malformed');
    expect(await office.cast(SESSION, ASKED, ballot)).toBe('counted');
  });

  test('[SU-13] what cannot be kept is not answered, and can be asked again', async () => {
    const { office, key, box } = await opened();
    const ballot = await ballotFor(office, key, 'ada');
    const before = box.bytes();
    box.failWrites(true);
    await expect(office.cast(SESSION, ASKED, ballot)).rejects.toThrow('the disk is full');
    await expect(office.sign(SESSION, 'ben' as SeatId, createVoter(key).blinded)).rejects.toThrow('the disk is full');
    box.failWrites(false);
    expect(box.bytes()).toBe(before);
    expect(await office.cast(SESSION, ASKED, ballot)).toBe('counted');
  });

  test('[SU-10] many who answer at once are all counted', async () => {
    const { office, key } = await opened();
    const names = Array.from({ length: 30 }, (_, at) => `seat-${at}`);
    const ballots = await Promise.all(names.map((name) => ballotFor(office, key, name)));
    const twice = [...ballots, ...ballots];
    expect(new Set(await Promise.all(twice.map((ballot) => office.cast(SESSION, ASKED, ballot))))).toEqual(
      new Set(['counted']),
    );
    expect(await office.close(SESSION)).toBe(30);
  });
});

describe('results', () => {
  test('[SU-12] four ballots are no result, five are', async () => {
    const { office, key } = await voted(NAMES.slice(0, 4));
    expect(await office.results(SESSION, ASKED)).toBeUndefined();
    expect(await office.hasEnough(SESSION)).toBe(false);
    await office.cast(SESSION, ASKED, await ballotFor(office, key, 'emil'));
    expect(await office.hasEnough(SESSION)).toBe(true);
    expect((await office.results(SESSION, ASKED))?.answers).toBe(5);
  });

  test('[SU-12] figures of a question that fewer than five answered are not shown', async () => {
    const { office, key } = await voted(NAMES.slice(0, 4));
    const alone = answers({ 'topics-2': 1, 'topics-1': 2 });
    await office.cast(SESSION, ASKED, await ballotFor(office, key, 'emil', alone));
    const results = await office.results(SESSION, ASKED);
    expect(results?.questions[0]).toMatchObject({ answered: 5, counts: [0, 1, 0, 4, 0] });
    for (const at of [1, 2, 3]) expect(results?.questions[at]).not.toHaveProperty('counts');
  });

  test('[SU-14] texts come in an order that changes', async () => {
    const { office } = await voted(NAMES);
    const read = async () => {
      const last = (await office.results(SESSION, ASKED))?.questions.at(-1);
      return last?.kind === 'text' ? last.texts : [];
    };
    const readings = await Promise.all(Array.from({ length: 30 }, read));
    const sorted = NAMES.map((name) => `said by ${name}`).sort();
    for (const texts of readings) expect(texts.toSorted()).toEqual(sorted);
    expect(new Set(readings.map((texts) => texts.join())).size).toBeGreaterThan(1);
  });

  test('[SU-15] closed, nothing but the results is kept', async () => {
    const { office, box, key } = await voted(NAMES);
    const late = await ballotFor(office, key, 'greta');
    expect(await office.close(SESSION)).toBe(6);
    expect(JSON.parse(box.bytes())).toEqual({
      ...{ received: {}, spent: {} },
      tally: {
        ballots: 6,
        questions: {
          'topics-1': { answered: 6, counts: [0, 0, 0, 6, 0] },
          'topics-3': { answered: 6, counts: [6, 0, 6, 0, 0] },
          'topics-5': { texts: NAMES.map((name) => `said by ${name}`).sort() },
        },
      },
    });
    expect(await office.close(SESSION)).toBe(6);
    expect(await office.cast(SESSION, ASKED, late)).toBe('survey-not-open');
    expect(await office.sign(SESSION, 'hakan' as SeatId, createVoter(key).blinded)).toEqual({
      ...{ ok: false, why: 'survey-not-open' },
    });
  });

  test('[SU-5] too few answers are deleted unseen when it closes', async () => {
    const { office, box } = await voted(NAMES.slice(0, 4));
    expect(await office.close(SESSION)).toBeUndefined();
    expect(box.bytes()).not.toContain('said by');
    expect(await office.results(SESSION, ASKED)).toBeUndefined();
  });
});

describe('deleting', () => {
  test('[SU-16] of a person goes the mark, and nothing else', async () => {
    const { office, box } = await voted(NAMES);
    const before = JSON.parse(box.bytes());
    await office.erasePerson(SESSION, 'ben' as SeatId);
    const after = JSON.parse(box.bytes());
    expect(Object.keys(after.received)).toEqual(NAMES.filter((name) => name !== 'ben'));
    expect({ ...after, received: {} }).toEqual({ ...before, received: {} });
    await office.erasePerson(SESSION, 'nobody' as SeatId);
    expect(JSON.parse(box.bytes())).toEqual(after);
  });

  test('[SU-16] a session takes its survey along, and nothing on its way brings it back', async () => {
    const { office, box, key } = await voted(NAMES);
    const ballot = await ballotFor(office, key, 'greta');
    const late = office.cast(SESSION, ASKED, ballot);
    await office.deleteSession(SESSION);
    await late;
    await office.open(SESSION);
    expect(box.bytes()).toBe('');
  });

  test('[SU-16] what belongs to no session goes at the start', async () => {
    const { office, box } = await voted(['ada']);
    await office.open(OTHER);
    await office.keepOnly(new Set([OTHER]));
    expect(await box.sessions()).toEqual([OTHER]);
  });
});
