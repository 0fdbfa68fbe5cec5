import { type SurveyAnswers, type SurveyPage, type SurveyQuestion, surveyTemplate } from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { refusalOf, type SeatAnswer } from '../../connection/seat-answer.ts';
import { type Ballot, type BallotKeeper, createBallotKeeper, type KeeperParts } from './ballot-keeper.ts';
import { noticeOf } from './room-parts.tsx';
import { asKind, askable, barsOf, lookEveryMs, meanOf, screenOf, toggled } from './survey.model.ts';
import { createSurveyDesk, type Sent, type SurveyReady } from './survey-desk.ts';

const QUESTIONS = surveyTemplate('topics', 'en');
const OPEN: SurveyPage = {
  ...{ title: 'Workshop', language: 'en' },
  survey: { state: 'open', questions: QUESTIONS, key: 'key' },
  may: { answer: true, read: false, steer: false, open: false },
};
const ok = (value: unknown): SeatAnswer<unknown> => ({ ok: true, value });

/** A browser's memory and a server that answers as told. */
function rig(answer: (blinded: string) => SeatAnswer<unknown> = () => ok({ signature: 'signed' })) {
  let kept: string | undefined;
  let made = 0;
  const asked: string[] = [];
  const parts: KeeperParts = {
    read: () => kept,
    write: (text) => {
      kept = text;
    },
    makers: async () => ({
      blind: async (key) => {
        made += 1;
        return { nonce: `nonce-${made}`, inverse: 'inverse', blinded: `blinded-${made}-${key}` };
      },
      unblind: async (_key, { nonce }, signature) => {
        if (signature === 'bent') throw new Error('invalid signature');
        return `${nonce} ${signature}`;
      },
    }),
    alone: (work) => work(),
  };
  const api = {
    ask: async (_method: string, _path: string, body?: unknown) => {
      const { blinded } = body as { blinded: string };
      asked.push(blinded);
      return answer(blinded);
    },
  };
  return {
    parts,
    asked,
    kept: () => kept,
    keeper: (more: Partial<KeeperParts> = {}) => createBallotKeeper(api, { ...parts, ...more }),
  };
}

describe('the ballot in the browser', () => {
  test('[SU-20] it is fetched once and kept until it is used; then only that it was is kept', async () => {
    const { keeper, asked, kept } = rig();
    expect(await keeper().ensure('key')).toBe('held');
    expect(await keeper().ensure('key')).toBe('held');
    expect(asked).toEqual(['blinded-1-key']);
    expect(keeper().held()).toEqual({ nonce: 'nonce-1', signature: 'nonce-1 signed' });
    keeper().used();
    expect(kept()).toBe('{"sent":true}');
    expect(keeper().held()).toBeUndefined();
    expect(await keeper().ensure('key')).toBe('sent');
  });

  test('[SU-20] an answer that got lost is asked for again with the same request', async () => {
    let reachable = false;
    const { keeper, asked } = rig(() => (reachable ? ok({ signature: 'signed' }) : refusalOf('unreachable')));
    expect(await keeper().ensure('key')).toBe('unreachable');
    reachable = true;
    expect(await keeper().ensure('key')).toBe('held');
    expect(asked).toEqual(['blinded-1-key', 'blinded-1-key']);
  });

  test('[SU-20] a ballot that was fetched elsewhere, a signature that is none, and a browser without cryptography are told apart', async () => {
    const taken = rig(() => refusalOf('refused', 'ballot-taken'));
    expect(await taken.keeper().ensure('key')).toBe('taken');
    expect(taken.kept()).toBeUndefined();
    expect(
      await rig(() => ok({ signature: 'bent' }))
        .keeper()
        .ensure('key'),
    ).toBe('faulty');
    const plain = rig();
    expect(await plain.keeper({ makers: () => undefined }).ensure('key')).toBe('impossible');
    expect(plain.asked).toEqual([]);
  });
});

/** Somebody's survey with a ballot, and a server that takes answers as told. */
function surveyed(page: SurveyPage, sent: Sent = 'counted') {
  const cast: [Ballot, SurveyAnswers][] = [];
  const done: string[] = [];
  let now = sent;
  const keeper: BallotKeeper = {
    ensure: async () => (done.length > 0 ? 'sent' : 'held'),
    held: () => ({ nonce: 'nonce', signature: 'signature' }),
    isUsed: () => done.length > 0,
    used: () => void done.push('used'),
  };
  const desk = createSurveyDesk({
    api: {
      ask: async (_method, path) => (path === '/survey' ? ok(page) : refusalOf('unreachable')),
      send: async () => ({ ok: true, value: undefined }),
      fetchFile: async () => refusalOf('unreachable'),
    },
    keeper,
    cast: async (ballot, answers) => {
      cast.push([ballot, answers]);
      return now;
    },
  });
  const state = () => desk.store.getState() as SurveyReady;
  const serverSays = (next: Sent) => {
    now = next;
  };
  return { desk, cast, done, state, serverSays };
}

const [scale, , multiple, , words] = QUESTIONS as [
  SurveyQuestion,
  SurveyQuestion,
  SurveyQuestion,
  SurveyQuestion,
  SurveyQuestion,
];

describe('answering', () => {
  test('[SU-21] answers stay in the page until they are sent, and are gone then', async () => {
    const { desk, cast, done, state } = surveyed(OPEN);
    await desk.refresh();
    desk.answer(scale, 4);
    desk.answer(multiple, [1]);
    desk.answer(multiple, []);
    desk.answer(words, 'More');
    await desk.refresh();
    expect(screenOf(state())).toBe('answering');
    await desk.send();
    expect(cast).toEqual([
      [
        { nonce: 'nonce', signature: 'signature' },
        { [scale.id]: 4, [words.id]: 'More' },
      ],
    ]);
    expect([state().answers, screenOf(state()), done]).toEqual([{}, 'sent', ['used']]);
  });

  test('[SU-21] what nobody has answered is kept and sent again as it was', async () => {
    const { desk, cast, state, serverSays } = surveyed(OPEN, 'unreachable');
    await desk.refresh();
    desk.answer(scale, 4);
    await desk.send();
    expect(state()).toMatchObject({ sending: 'failed', answers: { [scale.id]: 4 } });
    serverSays('counted');
    await desk.send();
    expect(cast[1]).toEqual(cast[0]);
    expect(screenOf(state())).toBe('sent');
  });

  test('[SU-21] a ballot that was counted before is a ballot that was counted', async () => {
    const { desk, state } = surveyed(OPEN, 'spent');
    await desk.refresh();
    desk.answer(scale, 4);
    await desk.send();
    expect(screenOf(state())).toBe('sent');
  });

  test('[SU-21] each state has its screen', async () => {
    const screen = (change: Partial<SurveyPage>, ready: Partial<SurveyReady> = {}) => {
      const page = { ...OPEN, ...change };
      return screenOf({
        at: 'ready',
        page,
        ballot: 'none',
        answers: {},
        sending: 'no',
        results: undefined,
        busy: false,
        ...ready,
      });
    };
    const may = { ...OPEN.may, answer: false };
    const { survey: _none, ...unopened } = OPEN;
    expect(screenOf({ ...surveyedState(), page: unopened })).toBe('not-yet');
    expect(screen({ may })).toBe('over');
    expect(screen({}, { ballot: 'taken' })).toBe('taken');
    expect(screen({}, { ballot: 'none' })).toBe('fetching');
    expect(screen({ may }, { ballot: 'sent' })).toBe('sent');
    expect(screen({ may }, { results: { title: '', answers: 5, questions: [] } })).toBe('results');
  });
});

const surveyedState = (): SurveyReady => ({
  ...{ at: 'ready', page: OPEN, ballot: 'none', answers: {}, sending: 'no', results: undefined, busy: false },
});

describe('the line in the room', () => {
  test('[SU-22] those who are asked and those who facilitate are each told what there is to do', () => {
    const asked = { role: 'participant', may: [] };
    const steers = { role: 'facilitator', may: ['open-survey'] };
    const told = (who: Parameters<typeof noticeOf>[0]) =>
      [undefined, 'opening', 'open', 'counting', 'too-few', 'counted', 'published'].map((at) => noticeOf(who, at));
    expect(told(asked)).toEqual([undefined, 'answer', 'answer', undefined, undefined, undefined, 'results']);
    expect(told(steers)).toEqual(['prepare', 'running', 'running', 'results', 'results', 'results', 'results']);
    expect(noticeOf({ ...steers, may: [] }, undefined)).toBeUndefined();
    expect(['open', 'counted', 'published'].map((at) => noticeOf({ role: 'participant', may: [] }, at, true))).toEqual([
      ...[undefined, undefined, 'results'],
    ]);
  });
});

describe('plots', () => {
  const result = {
    id: scale.id,
    prompt: 'How?',
    kind: 'scale',
    from: 1,
    to: 3,
    answered: 8,
    counts: [2, 0, 6],
  } as const;

  test('[SU-23] a bar per figure with its share of those who answered', () => {
    expect(barsOf({ ...result, counts: [...result.counts] })).toEqual([
      { label: '1', count: 2, percent: 25, length: 1 / 3 },
      { label: '2', count: 0, percent: 0, length: 0 },
      { label: '3', count: 6, percent: 75, length: 1 },
    ]);
    expect(meanOf({ ...result, counts: [...result.counts] })).toBe(2.5);
  });

  test('[SU-23] no bars where too few have answered', () => {
    const { counts: _counts, answered: _answered, ...without } = result;
    expect(barsOf(without)).toBeUndefined();
    expect(meanOf(without)).toBeUndefined();
  });
});

describe('writing questions', () => {
  test('[SU-1] a question keeps its words, and its options where it has some, when its kind changes', () => {
    expect(asKind(multiple, 'single')).toEqual({ ...multiple, kind: 'single' });
    expect(asKind(scale, 'text')).toEqual({ id: scale.id, prompt: scale.prompt, kind: 'text' });
  });

  test('[SU-1] questions without words, or without a choice, cannot be asked', () => {
    const single = { id: words.id, prompt: ' Which? ', kind: 'single', options: ['One ', '', 'Two'] } as const;
    expect(askable([{ ...single, options: [...single.options] }])).toEqual([
      { ...single, prompt: 'Which?', options: ['One', 'Two'] },
    ]);
    expect(askable([{ ...single, options: ['One', ' '] }])).toBeUndefined();
    expect(askable([{ ...words, prompt: ' ' }])).toBeUndefined();
  });

  test('[SU-1] options are chosen and taken back, in their order', () => {
    expect(toggled(toggled(undefined, 2), 0)).toEqual([0, 2]);
    expect(toggled([0, 2], 2)).toEqual([0]);
  });
});

test.each(['opening', 'counting'] as const)(
  '[SU-21] while the survey is %s, an open page asks every moment',
  (passing) => {
    const at = (state: 'open' | typeof passing): SurveyReady => ({
      ...{ at: 'ready', ballot: 'none', answers: {}, sending: 'no', results: undefined, busy: false },
      page: { ...OPEN, survey: { state, questions: QUESTIONS } },
    });
    expect(lookEveryMs(at(passing))).toBeLessThanOrEqual(2_000);
    expect(lookEveryMs(at('open'))).toBeGreaterThanOrEqual(30_000);
  },
);
