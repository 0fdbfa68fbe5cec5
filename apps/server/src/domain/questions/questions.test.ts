import type { AskedId, FacilitatorsView, SeatId, SeatView, SessionView } from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { decide } from '../decide.ts';
import { eraseFrom } from '../erase.ts';
import { values } from '../records.ts';
import { accept, reject, type Session } from '../session.ts';
import { slices } from '../slices.ts';
import { holds } from '../testing/anything.ts';
import { arrivedAt, fold, idOf, phase, seat, seatedAt, seconds, type Workshop } from '../testing/workshop.ts';

const id = (name: string) => name as AskedId;
const asking = (name: string, anonymous = false) =>
  ({ type: 'ask-question', askedId: id(name), text: `${name}?`, anonymous }) as const;
const doing = <Type extends string>(type: Type, name = 'why') => ({ type, askedId: id(name) }) as const;
const view = <View>(session: Session, audience: string): View =>
  slices(session).documents.get(audience as never) as View;
const shown = (session: Session) => view<SessionView>(session, 'session').questions;
const own = (session: Session, name: string) => view<SeatView>(session, `seat:${idOf(name)}`).questions;
const talk = (): Workshop => arrivedAt('talk').doing(asking('why'), seat('Ada'), 5);
const holders = (session: Session, text: string) =>
  [...slices(session).documents].filter(([, doc]) => JSON.stringify(doc).includes(text)).map(([audience]) => audience);

describe('asking', () => {
  test('[QU-1] everybody sees it, with who asked and in which phase', () => {
    expect(shown(talk().session)).toEqual({
      asked: { why: { number: 1, text: 'why?', votes: 0, by: 'ada', phaseId: 'talk' } },
    });
    expect(own(talk().session, 'Ada')).toEqual({ asked: { why: {} }, votes: {} });
    expect(talk().when(asking('why'), seat('Ada'), 6)).toEqual(accept());
    expect(talk().when(asking('why'), seat('Ben'), 6)).toEqual(reject('not-your-question'));
    const table = seatedAt('round-1').doing(asking('how'), seat('Ada'), seconds(90));
    expect(shown(table.session)?.asked.how).toMatchObject({ phaseId: 'round-1' });
  });

  test('[QU-2] asked without a name, it is told to nobody who asked, nor when', () => {
    const quiet = arrivedAt('talk').doing(asking('why', true), seat('Ada'), 777_777);
    expect(shown(quiet.session)?.asked.why).toEqual({ number: 1, text: 'why?', votes: 0, phaseId: 'talk' });
    expect(holders(quiet.session, '777777')).toEqual([]);
    // Ada's own document is the only one that differs from that of a workshop in which Ben asked.
    const other = arrivedAt('talk').doing(asking('why', true), seat('Ben'), 777_777);
    const differing = [...slices(quiet.session).documents].filter(
      ([audience, doc]) => JSON.stringify(doc) !== JSON.stringify(slices(other.session).documents.get(audience)),
    );
    expect(differing.map(([audience]) => audience).toSorted()).toEqual(['seat:ada', 'seat:ben']);
  });

  test('[QU-4] who asked withdraws, and nothing is left', () => {
    const voted = talk().doing(doing('upvote-question'), seat('Ben'), 6);
    expect(voted.when(doing('withdraw-question'), seat('Ben'), 7)).toEqual(reject('not-your-question'));
    const gone = voted.doing(doing('withdraw-question'), seat('Ada'), 7);
    expect(JSON.stringify(gone.session)).not.toContain('why?');
    expect(own(gone.session, 'Ben')).toBeUndefined();
    expect(gone.when(doing('withdraw-question'), seat('Ada'), 8)).toEqual(accept());
    expect(gone.when(doing('upvote-question'), seat('Ben'), 8)).toEqual(reject('question-gone'));
  });

  test('[QU-7] twenty open ones of one person, three hundred of all', () => {
    const ask = (workshop: Workshop, name: string, count: number): Workshop =>
      Array.from({ length: count }).reduce<Workshop>(
        (soFar, _, at) => soFar.doing(asking(`${name}-${at}`), seat(name), 5),
        workshop,
      );
    const twenty = ask(arrivedAt('talk'), 'Ada', 20);
    expect(twenty.when(asking('more'), seat('Ada'), 6)).toEqual(reject('too-many-questions'));
    const answered = twenty.doing(doing('mark-answered', 'Ada-3'), seat('Salma'), 7);
    expect(answered.when(asking('more'), seat('Ada'), 8)).toMatchObject({ ok: true });
    const facts = Array.from({ length: 300 }, (_, at) => ({
      ...{ type: 'question-asked' as const, askedId: id(`q${at}`), text: '?', by: idOf('Ben'), anonymous: false, at },
    }));
    const full = fold([...arrivedAt('talk').facts, ...facts]);
    if (!full) throw new Error('no session');
    expect(decide(full, asking('more'), { actor: seat('Cem'), now: 6 })).toEqual(reject('too-many-questions'));
  });
});

describe('votes', () => {
  test('[QU-3] one vote each, taken back if one likes; none for the own question', () => {
    const voted = talk()
      .doing(doing('upvote-question'), seat('Ben'), 6)
      .doing(doing('upvote-question'), seat('Cem'), 6);
    expect(shown(voted.session)?.asked.why?.votes).toBe(2);
    expect(voted.when(doing('upvote-question'), seat('Ben'), 7)).toEqual(accept());
    expect(own(voted.session, 'Ben')?.votes).toEqual({ why: true });
    const back = voted.doing(doing('take-back-upvote'), seat('Ben'), 8);
    expect(shown(back.session)?.asked.why?.votes).toBe(1);
    expect(back.when(doing('take-back-upvote'), seat('Ben'), 9)).toEqual(accept());
    expect(talk().when(doing('upvote-question'), seat('Ada'), 6)).toEqual(reject('own-question'));
  });

  test("[QU-3] a vote changes the list and the own document of who voted, nobody else's", () => {
    const before = talk();
    const held = slices(before.session);
    const { documents } = slices(before.doing(doing('upvote-question'), seat('Ben'), 6).session, held);
    const touched = [...documents.keys()].filter(
      (audience) => documents.get(audience) !== held.documents.get(audience),
    );
    // Who asked holds the number in the list, and nothing of it in a document of their own.
    expect(touched.toSorted()).toEqual(['seat:ben', 'session']);
  });

  test('[QU-3] whatever people press, votes are those that people hold', () => {
    holds((_before, _facts, { asking: { asked, own: all } }) => {
      for (const [askedId, question] of Object.entries(asked)) {
        const votes = values(all).filter((it) => it?.votes[askedId as AskedId]).length;
        expect(question?.votes).toBe(votes);
        expect(all[question?.by as SeatId]?.asked[askedId as AskedId]).toBe(question);
      }
    }, 100);
  });
});

describe('leading through questions', () => {
  const two = () => talk().doing(asking('how'), seat('Ben'), 6);

  test('[QU-5] one at a time is on the stage, put there by who speaks or facilitates', () => {
    const taken = two().doing(doing('take-question'), seat('Salma'), 7);
    expect(shown(taken.session)?.now).toBe('why');
    expect(taken.when(doing('take-question'), seat('Frieda'), 8)).toEqual(accept());
    const other = taken.doing(doing('take-question', 'how'), seat('Frieda'), 8);
    expect(shown(other.session)?.now).toBe('how');
    expect(shown(other.doing(doing('lay-question-aside', 'how'), seat('Frieda'), 9).session)).not.toHaveProperty('now');
    expect(other.when(doing('lay-question-aside'), seat('Frieda'), 9)).toEqual(accept());
    for (const name of ['Ada', 'Theo']) {
      expect(two().when(doing('take-question'), seat(name), 7)).toEqual(reject('speakers-only'));
    }
  });

  test.each(['mark-answered', 'hide-question', 'withdraw-question'] as const)(
    '[QU-5] %s takes it from the stage',
    (type) => {
      const taken = two().doing(doing('take-question'), seat('Salma'), 7);
      const by = type === 'withdraw-question' ? 'Ada' : 'Frieda';
      expect(shown(taken.doing(doing(type), seat(by), 8).session)).not.toHaveProperty('now');
    },
  );

  test('[QU-5] the stage of a new phase is empty', () => {
    const taken = two().doing(doing('take-question'), seat('Salma'), 7);
    const next = taken.doing({ type: 'advance-phase', phaseId: phase('talk') }, seat('Frieda'), 8);
    expect(shown(next.session)).not.toHaveProperty('now');
    expect(shown(next.session)?.asked).toHaveProperty('why');
  });

  test('[QU-6] what is answered stays, is opened again, and is not taken', () => {
    const answered = two().doing(doing('mark-answered'), seat('Salma'), 7);
    expect(shown(answered.session)?.asked.why?.answeredAt).toBe(7);
    expect(answered.when(doing('take-question'), seat('Salma'), 8)).toEqual(reject('question-is-answered'));
    expect(answered.when(doing('mark-answered'), seat('Salma'), 8)).toEqual(accept());
    const open = answered.doing(doing('reopen-question'), seat('Frieda'), 8);
    expect(shown(open.session)?.asked.why).not.toHaveProperty('answeredAt');
    expect(open.when(doing('reopen-question'), seat('Frieda'), 9)).toEqual(accept());
  });

  test('[QU-8] what a facilitator hides is seen by them and by who asked', () => {
    const hidden = two().doing(doing('hide-question'), seat('Frieda'), 7);
    expect(holders(hidden.session, 'why?').toSorted()).toEqual(['facilitators', 'seat:ada']);
    expect(own(hidden.session, 'Ada')?.asked).toEqual({ why: { hidden: 'why?' } });
    expect(view<FacilitatorsView>(hidden.session, 'facilitators').hiddenQuestions).toHaveProperty('why');
    expect(hidden.when(doing('upvote-question'), seat('Ben'), 8)).toEqual(reject('question-gone'));
    expect(hidden.when(doing('take-question'), seat('Salma'), 8)).toEqual(reject('question-gone'));
    expect(two().when(doing('hide-question'), seat('Salma'), 8)).toEqual(reject('facilitator-only'));
    const back = hidden.doing(doing('show-question'), seat('Frieda'), 8);
    expect(shown(back.session)?.asked).toHaveProperty('why');
    expect(view<FacilitatorsView>(back.session, 'facilitators')).not.toHaveProperty('hiddenQuestions');
  });
});

test('[QU-10] of an erased person no question is left, and the log still folds', () => {
  const { facts } = talk()
    .doing(asking('how'), seat('Ben'), 6)
    .doing(doing('upvote-question'), seat('Ben'), 7)
    .doing(doing('take-question'), seat('Salma'), 8)
    .doing(doing('mark-answered'), seat('Salma'), 9);
  const erased = fold(facts.flatMap((fact) => eraseFrom(fact, idOf('Ada')) ?? []));
  if (!erased) throw new Error('no session');
  expect(JSON.stringify(erased)).not.toContain('why?');
  expect(shown(erased)).toEqual({ asked: { how: { number: 2, text: 'how?', votes: 0, by: 'ben', phaseId: 'talk' } } });
});
