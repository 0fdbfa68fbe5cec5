import { type SessionView, type SurveyQuestion, SurveyQuestions, surveyTemplate } from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { accept, reject, type Session } from '../session.ts';
import { slices, surveyPageOf } from '../slices.ts';
import { holds } from '../testing/anything.ts';
import { arrivedAt, assembled, HOUSE, idOf, minutes, seat, type Workshop } from '../testing/workshop.ts';

const QUESTIONS = surveyTemplate('topics', 'en');
const set = (questions: SurveyQuestion[] = QUESTIONS, seen = 0) => ({ type: 'set-survey', questions, seen }) as const;
const open = (seen = 1) => ({ type: 'open-survey', seen }) as const;
const NAME_KEY = { type: 'name-survey-key', key: 'the-key' } as const;
const frieda = seat('Frieda');

const written = (workshop: Workshop) => workshop.doing(set(), frieda, 1);
const opened = () => written(arrivedAt('reflection')).doing(open(), frieda, 2).doing(NAME_KEY, HOUSE, 3);
const counted = (answers?: number) =>
  opened()
    .doing({ type: 'close-survey' }, frieda, 4)
    .doing({ type: 'count-survey', ...(answers !== undefined && { answers }) }, HOUSE, 5);
const everybody = (session: Session) => slices(session).documents.get('session') as SessionView;
const pageOf = ({ session }: Workshop, name: string) => {
  const found = session.people.seats[idOf(name)];
  if (!found) throw new Error(`nobody is called ${name}`);
  return surveyPageOf(session, found);
};

describe('asking', () => {
  test('[SU-1] both templates are surveys, in both languages, with ids of their own', () => {
    const both = (['de', 'en'] as const).map((language) => [
      ...surveyTemplate('topics', language),
      ...surveyTemplate('format', language),
    ]);
    for (const questions of both) expect(SurveyQuestions.parse(questions)).toEqual(questions);
    expect(both[0]?.map(({ id, kind }) => [id, kind])).toEqual(both[1]?.map(({ id, kind }) => [id, kind]));
  });

  test('[SU-2] questions are counted, shown to facilitators, and to nobody else', () => {
    const { session } = written(assembled());
    expect(pageOf(written(assembled()), 'Frieda').draft).toEqual({ questions: QUESTIONS, revision: 1 });
    expect(JSON.stringify([...slices(session).documents.values()])).not.toContain(QUESTIONS[0]?.prompt);
    expect(pageOf(written(assembled()), 'Ada')).not.toHaveProperty('draft');
    expect(pageOf(written(assembled()), 'Ada')).not.toHaveProperty('survey');
  });

  test('[SU-2] who writes on top of something unseen is refused, and writing the same changes nothing', () => {
    const draft = written(assembled());
    expect(draft.when(set(surveyTemplate('format', 'en'), 0), frieda, 2)).toEqual(reject('survey-changed-meanwhile'));
    expect(draft.when(set(QUESTIONS, 0), frieda, 2)).toEqual(accept());
    expect(draft.when(set([], 1), frieda, 2).ok).toBe(true);
  });

  test('[SU-2] open, the questions stay as they are', () => {
    expect(opened().when(set([], 1), frieda, 9)).toEqual(reject('survey-already-open'));
  });

  test('[SU-3] it opens from the reflection on and after the end, not earlier', () => {
    expect(written(arrivedAt('round-3')).when(open(), frieda, 2)).toEqual(reject('survey-too-early'));
    expect(written(arrivedAt('reflection')).when(open(), frieda, 2).ok).toBe(true);
    const over = arrivedAt('reflection').doing({ type: 'end-session' }, frieda, minutes(1));
    expect(written(over).when(open(), frieda, minutes(2)).ok).toBe(true);
  });

  test('[SU-3] where no reflection is planned it opens in the last phase', () => {
    const without = (id: string) =>
      written(
        arrivedAt(id, 0, (plan) => ({
          ...plan,
          phases: plan.phases.filter(({ kind }) => kind !== 'plenary-reflection'),
        })),
      );
    expect(without('round-2').when(open(), frieda, 2)).toEqual(reject('survey-too-early'));
    expect(without('round-3').when(open(), frieda, 2).ok).toBe(true);
  });

  test('[SU-3] nothing is opened without questions, or with others than were seen', () => {
    expect(arrivedAt('reflection').when(open(), frieda, 2)).toEqual(reject('survey-without-questions'));
    expect(written(arrivedAt('reflection')).when(open(2), frieda, 2)).toEqual(reject('survey-changed-meanwhile'));
  });

  test('[SU-4] it is opening until the house has named its key, once', () => {
    const asked = written(arrivedAt('reflection')).doing(open(), frieda, 2);
    expect(everybody(asked.session).survey).toBe('opening');
    const { session } = asked.doing(NAME_KEY, HOUSE, 3);
    expect(session.survey).toMatchObject({ state: 'open', key: 'the-key' });
    expect(opened().when({ ...NAME_KEY, key: 'another' }, HOUSE, 4)).toEqual(accept());
    expect(opened().when(open(), frieda, 4)).toEqual(accept());
  });

  test('[SU-5] it closes for good, and too few answers are no result', () => {
    const few = counted();
    expect(everybody(few.session).survey).toBe('too-few');
    expect(few.when({ type: 'close-survey' }, frieda, 9)).toEqual(accept());
    expect(few.when(open(), frieda, 9)).toEqual(reject('survey-over'));
    expect(written(arrivedAt('reflection')).when({ type: 'close-survey' }, frieda, 9)).toEqual(
      reject('survey-not-open'),
    );
  });

  test('[SU-6] results are shown to everybody when a facilitator says so', () => {
    const publish = { type: 'publish-survey-results' } as const;
    expect(opened().when(publish, frieda, 9)).toEqual(reject('survey-not-over'));
    expect(counted().when(publish, frieda, 9)).toEqual(reject('survey-too-few'));
    const published = counted(6).doing(publish, frieda, 9);
    expect(everybody(published.session).survey).toBe('published');
    expect(published.when(publish, frieda, 10)).toEqual(accept());
  });

  test('[SU-7] nobody is told how many have answered', () => {
    const { session } = counted(6);
    expect(JSON.stringify([...slices(session).documents.values()])).not.toContain('"answers"');
  });
});

describe('who may what', () => {
  test('[SU-8] everybody who was let in may answer, but nobody who facilitates', () => {
    const may = (name: string) => pageOf(opened(), name).may.answer;
    expect(['Ada', 'Theo', 'Salma', 'Frieda'].map(may)).toEqual([true, true, true, false]);
  });

  test('[SU-8] somebody at the door or expected sees no question and has no ballot', () => {
    const knocked = opened()
      .doing({ type: 'knock', seatId: idOf('Zoe'), name: 'Zoe', linkHash: 'z' }, HOUSE, 5)
      .doing({ type: 'arrive', seatId: idOf('Zoe') }, HOUSE, 6);
    expect(pageOf(knocked, 'Zoe')).toEqual({
      ...{ title: knocked.session.title, language: 'en' },
      may: { answer: false, read: false, steer: false, open: false },
    });
  });

  test('[PE-14] a facilitator who never came steers and reads; a participant who never came does neither', () => {
    const invited = (workshop: Workshop) =>
      (['Nora', 'Uta'] as const).reduce(
        (soFar, name) =>
          soFar.doing(
            {
              ...{ type: 'invite-person', seatId: idOf(name), name, linkHash: name },
              role: name === 'Nora' ? 'facilitator' : 'participant',
            },
            frieda,
            1,
          ),
        workshop,
      );
    const nora = seat('Nora');
    const draft = invited(arrivedAt('reflection')).doing({ type: 'end-session' }, frieda, 2).doing(set(), nora, 3);
    expect(pageOf(draft, 'Nora')).toMatchObject({
      draft: { questions: QUESTIONS },
      may: { answer: false, read: false, steer: true, open: true },
    });
    const open_ = draft.doing(open(), nora, 4).doing(NAME_KEY, HOUSE, 5);
    expect(pageOf(open_, 'Nora')).toMatchObject({ survey: { state: 'open' }, may: { answer: false, steer: true } });
    const count = { type: 'count-survey', answers: 6 } as const;
    const results = open_.doing({ type: 'close-survey' }, nora, 6).doing(count, HOUSE, 7);
    expect(['Nora', 'Uta'].map((name) => pageOf(results, name).may.read)).toEqual([true, false]);
    const shown = results.doing({ type: 'publish-survey-results' }, nora, 8);
    expect(['Nora', 'Uta'].map((name) => pageOf(shown, name).may.read)).toEqual([true, false]);
    expect(pageOf(shown, 'Uta')).not.toHaveProperty('survey');
  });

  test('[SU-14] facilitators read results once they are counted, everybody once they are published', () => {
    const read = (workshop: Workshop, name: string) => pageOf(workshop, name).may.read;
    expect([opened(), counted(), counted(5)].map((it) => read(it, 'Frieda'))).toEqual([false, false, true]);
    expect(read(counted(5), 'Ada')).toBe(false);
    expect(read(counted(5).doing({ type: 'publish-survey-results' }, frieda, 9), 'Ada')).toBe(true);
  });

  test('[SU-3] a facilitator is offered what can be done with the survey now', () => {
    const may = (workshop: Workshop) => {
      const doc = slices(workshop.session).documents.get(`seat:${idOf('Frieda')}`) as { may: string[] };
      return doc.may.filter((type) => type.includes('survey'));
    };
    expect(may(arrivedAt('round-1'))).toEqual(['set-survey']);
    expect(may(arrivedAt('reflection'))).toEqual(['set-survey', 'open-survey']);
    expect(may(opened())).toEqual(['close-survey']);
    expect(may(counted(7))).toEqual(['publish-survey-results']);
    expect(may(counted())).toEqual([]);
  });

  test('[SU-3] whatever people press, a survey only moves forward', () => {
    const ORDER = ['draft', 'opening', 'open', 'counting', 'too-few', 'counted', 'published'];
    holds((before, _facts, after) => {
      expect(ORDER.indexOf(after.survey.state)).toBeGreaterThanOrEqual(ORDER.indexOf(before.survey.state));
      if (before.survey.state !== 'draft') expect(after.survey.questions).toBe(before.survey.questions);
    }, 100);
  });
});
