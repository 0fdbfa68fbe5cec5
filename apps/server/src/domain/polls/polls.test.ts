import type { FacilitatorsView, Poll, PollId, SeatView, SessionView, Vote } from '@werkraum/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accept, reject, type Session } from '../session.ts';
import { slices } from '../slices.ts';
import {
  arrivedAt,
  HOUSE,
  idOf,
  minutes,
  PARTICIPANTS,
  phase,
  seat,
  seatedAt,
  type Workshop,
} from '../testing/workshop.ts';

const pollId = 'fit' as PollId;
const single: Poll = { kind: 'single', question: 'Does it fit?', anonymous: true, options: ['Yes', 'No', 'Perhaps'] };
const named: Poll = { ...single, anonymous: false };
const option = (at: number): Vote => ({ kind: 'single', option: at });
const prepare = (poll: Poll, id = pollId) => ({ type: 'prepare-poll', pollId: id, poll }) as const;
const open = { type: 'open-poll', pollId } as const;
const close = (show: boolean) => ({ type: 'close-poll', pollId, show }) as const;
const cast = (vote?: Vote) => ({ type: 'cast-vote', pollId, ...(vote && { vote }) }) as const;

const opened = (poll: Poll, workshop = arrivedAt('intro')) =>
  workshop.doing(prepare(poll), seat('Frieda'), 1).doing(open, seat('Frieda'), 2);
const voting = (workshop: Workshop, votes: Readonly<Record<string, Vote>>) =>
  Object.entries(votes).reduce((soFar, [name, vote]) => soFar.doing(cast(vote), seat(name), 3), workshop);
const five = { Ada: option(0), Ben: option(0), Cem: option(1), Dora: option(2), Emil: option(0) };

const doc = <View>(session: Session, audience: string) => slices(session).documents.get(audience as never) as View;
const seen = (session: Session) => doc<SessionView>(session, 'session').polls?.[pollId];
const byFacilitators = (session: Session) => doc<FacilitatorsView>(session, 'facilitators').polls?.[pollId];

describe('making and opening', () => {
  test('[PO-1] what is prepared is seen by facilitators alone, changed until it is opened, and removed', () => {
    const made = arrivedAt('intro').doing(prepare(single), seat('Frieda'), 1);
    expect(seen(made.session)).toBeUndefined();
    expect(byFacilitators(made.session)).toEqual({ number: 1, poll: single, state: 'prepared', shown: false });
    expect(made.when(prepare(single), seat('Frieda'), 2)).toEqual(accept());
    expect(byFacilitators(made.doing(prepare(named), seat('Frieda'), 2).session)).toMatchObject({
      number: 1,
      poll: named,
    });
    const running = made.doing(open, seat('Frieda'), 2);
    expect(running.when(prepare(named), seat('Frieda'), 3)).toEqual(reject('poll-already-open'));
    const gone = voting(running, five).doing({ type: 'drop-poll', pollId }, seat('Frieda'), 4);
    expect(byFacilitators(gone.session)).toBeUndefined();
    expect(doc<SeatView>(gone.session, 'seat:ada')).not.toHaveProperty('polls');
    expect(gone.when(open, seat('Frieda'), 5)).toEqual(reject('no-such-poll'));
    expect(gone.doing(prepare(single, 'two' as PollId), seat('Frieda'), 5).session.polls.open).toBeUndefined();
  });

  test('[PO-1] a session keeps sixty', () => {
    const full = Array.from({ length: 60 }, (_, at) => at).reduce(
      (soFar, at) => soFar.doing(prepare(single, `no-${at}` as PollId), seat('Frieda'), at),
      arrivedAt('intro'),
    );
    expect(full.when(prepare(single), seat('Frieda'), 99)).toEqual(reject('too-many-polls'));
  });

  test('[PO-2] one is open at a time, for everybody at every table, and a closed one stays closed', () => {
    const tables = opened(single, seatedAt('round-1'));
    expect(seen(tables.session)).toMatchObject({ state: 'open', phaseId: 'round-1', voted: 0 });
    const other = tables.doing(prepare(single, 'two' as PollId), seat('Frieda'), 3);
    expect(other.when({ ...open, pollId: 'two' as PollId }, seat('Frieda'), 4)).toEqual(reject('another-poll-open'));
    expect(other.when(open, seat('Frieda'), 4)).toEqual(accept());
    const closed = other.doing(close(false), seat('Frieda'), 5);
    expect(closed.when(open, seat('Frieda'), 6)).toEqual(reject('poll-already-closed'));
    expect(closed.when({ ...open, pollId: 'two' as PollId }, seat('Frieda'), 6).ok).toBe(true);
  });
});

describe('voting', () => {
  test('[PO-3] an answer is changed and taken back while the poll is open, and seen by oneself alone', () => {
    const voted = voting(opened(single), { Ada: option(0) });
    expect(doc<SeatView>(voted.session, 'seat:ada').polls).toEqual({ votes: { fit: option(0) } });
    expect(voted.when(cast(option(0)), seat('Ada'), 4)).toEqual(accept());
    const changed = voted.doing(cast(option(2)), seat('Ada'), 4);
    expect(doc<SeatView>(changed.session, 'seat:ada').polls).toEqual({ votes: { fit: option(2) } });
    const back = changed.doing(cast(), seat('Ada'), 5);
    expect(doc<SeatView>(back.session, 'seat:ada')).not.toHaveProperty('polls');
    expect(seen(back.session)).toMatchObject({ voted: 0 });
    const closed = changed.doing(close(true), seat('Frieda'), 6);
    expect(closed.when(cast(option(1)), seat('Ada'), 7)).toEqual(reject('poll-already-closed'));
    expect(
      arrivedAt('intro')
        .doing(prepare(single), seat('Frieda'), 1)
        .when(cast(option(1)), seat('Ada'), 2),
    ).toEqual(reject('poll-not-open'));
  });

  test('[PO-3] an answer fits the poll', () => {
    const question = { question: 'What?', anonymous: false };
    const options = ['One', 'Two', 'Three'];
    const cases: [Poll, Vote, boolean][] = [
      [single, option(2), true],
      [single, option(3), false],
      [single, { kind: 'multiple', options: [0] }, false],
      [{ ...question, kind: 'multiple', options }, { kind: 'multiple', options: [0, 2] }, true],
      [{ ...question, kind: 'multiple', options }, { kind: 'multiple', options: [0, 0] }, false],
      [{ ...question, kind: 'multiple', options }, { kind: 'multiple', options: [3] }, false],
      [{ ...question, kind: 'scale', from: 1, to: 5 }, { kind: 'scale', value: 5 }, true],
      [{ ...question, kind: 'scale', from: 1, to: 5 }, { kind: 'scale', value: 0 }, false],
      [{ ...question, kind: 'dots', options, dots: 3 }, { kind: 'dots', dots: [3, 0, 0] }, true],
      [{ ...question, kind: 'dots', options, dots: 3 }, { kind: 'dots', dots: [2, 2, 0] }, false],
      [{ ...question, kind: 'dots', options, dots: 3 }, { kind: 'dots', dots: [1, 1] }, false],
      [{ ...question, kind: 'words', words: 2 }, { kind: 'words', words: ['a', 'b'] }, true],
      [{ ...question, kind: 'words', words: 2 }, { kind: 'words', words: ['a', 'b', 'c'] }, false],
    ];
    for (const [poll, vote, fits] of cases) {
      const decision = opened(poll).when(cast(vote), seat('Ada'), 3);
      expect({ poll, vote, ok: decision.ok }).toEqual({ poll, vote, ok: fits });
      if (!decision.ok) expect(decision).toEqual(reject('vote-does-not-fit'));
    }
  });

  test('[PO-8] only facilitators make polls; nobody at the door answers one', () => {
    expect(arrivedAt('intro').when(prepare(single), seat('Ada'), 1)).toEqual(reject('facilitator-only'));
    const waiting = opened(single)
      .doing({ type: 'knock', seatId: idOf('Zoe'), name: 'Zoe', linkHash: 'z' }, HOUSE, 3)
      .doing({ type: 'arrive', seatId: idOf('Zoe') }, HOUSE, 3);
    expect(waiting.when(cast(option(0)), seat('Zoe'), 4)).toEqual(reject('not-admitted'));
  });
});

describe('results', () => {
  test('[PO-4, PO-5] nobody sees any while people vote, and facilitators first', () => {
    const voted = voting(opened(single), five);
    expect(seen(voted.session)).toMatchObject({ voted: 5 });
    expect(seen(voted.session)).not.toHaveProperty('results');
    expect(byFacilitators(voted.session)).not.toHaveProperty('results');
    const closed = voted.doing(close(false), seat('Frieda'), 5);
    expect(seen(closed.session)).toBeUndefined();
    expect(byFacilitators(closed.session)).toMatchObject({ results: { votes: 5, counts: [3, 1, 1] } });
    const show = (shown: boolean) => ({ type: 'show-poll', pollId, shown }) as const;
    const shown = closed.doing(show(true), seat('Frieda'), 6);
    expect(seen(shown.session)).toMatchObject({ shown: true, results: { votes: 5, counts: [3, 1, 1] } });
    expect(seen(shown.doing(show(false), seat('Frieda'), 7).session)).toBeUndefined();
    expect(voted.when(show(true), seat('Frieda'), 6)).toEqual(reject('poll-not-closed'));
    expect(shown.when(show(true), seat('Frieda'), 7)).toEqual(accept());
    expect(shown.when(close(true), seat('Frieda'), 7)).toEqual(accept());
  });

  test('[PO-4] four votes say nothing but that there are four', () => {
    const { Emil: _fifth, ...four } = five;
    const closed = voting(opened(single), four).doing(close(true), seat('Frieda'), 5);
    expect(seen(closed.session)?.results).toEqual({ votes: 4 });
    expect(byFacilitators(closed.session)?.results).toEqual({ votes: 4 });
  });

  test('[PO-4] whoever answers what, no document but the own one tells two anonymous ballots apart', () => {
    const names = PARTICIPANTS.slice(0, 6);
    const answers = fc.array(fc.nat({ max: 2 }), { minLength: names.length, maxLength: names.length });
    const outside = (votes: readonly number[]) => {
      const cast = Object.fromEntries(names.map((name, at) => [name, option(votes[at] ?? 0)]));
      const closed = voting(opened(single), cast).doing(close(true), seat('Frieda'), 5).session;
      return JSON.stringify([...slices(closed).documents].filter(([audience]) => !audience.startsWith('seat:')));
    };
    fc.assert(
      fc.property(answers, (votes) => {
        expect(outside(votes)).toBe(outside(votes.toSorted()));
      }),
      { numRuns: 40 },
    );
  });

  test('[PO-6] a poll with names says who voted what', () => {
    const closed = voting(opened(named), { Ada: option(0), Ben: option(1) }).doing(close(true), seat('Frieda'), 5);
    expect(seen(closed.session)?.results).toEqual({
      ...{ votes: 2, counts: [1, 1, 0] },
      byPerson: { ada: option(0), ben: option(1) },
    });
  });

  test('[PO-4] words are grouped whatever their case, and stand by how often they were named', () => {
    const words = (...said: string[]): Vote => ({ kind: 'words', words: said });
    const poll: Poll = { kind: 'words', question: 'One word?', anonymous: true, words: 2 };
    const votes = {
      ...{ Ada: words('Trust'), Ben: words('time', 'trust'), Cem: words('Trust', 'TRUST') },
      ...{ Dora: words('Zeal'), Emil: words('Time') },
    };
    const closed = voting(opened(poll), votes).doing(close(true), seat('Frieda'), 5);
    expect(seen(closed.session)?.results).toEqual({
      votes: 5,
      words: [
        { word: 'Trust', count: 3 },
        { word: 'Time', count: 2 },
        { word: 'Zeal', count: 1 },
      ],
    });
  });

  test('[PO-4] figures, several options and dots are added up', () => {
    const question = { question: 'What?', anonymous: false };
    const counted = (poll: Poll, votes: Record<string, Vote>) =>
      seen(voting(opened(poll), votes).doing(close(true), seat('Frieda'), 5).session)?.results?.counts;
    const options = ['One', 'Two', 'Three'];
    expect(
      counted(
        { ...question, kind: 'scale', from: 1, to: 5 },
        { Ada: { kind: 'scale', value: 1 }, Ben: { kind: 'scale', value: 5 }, Cem: { kind: 'scale', value: 5 } },
      ),
    ).toEqual([1, 0, 0, 0, 2]);
    expect(
      counted(
        { ...question, kind: 'multiple', options },
        { Ada: { kind: 'multiple', options: [0, 1] }, Ben: { kind: 'multiple', options: [1] } },
      ),
    ).toEqual([1, 2, 0]);
    expect(
      counted(
        { ...question, kind: 'dots', options, dots: 3 },
        { Ada: { kind: 'dots', dots: [3, 0, 0] }, Ben: { kind: 'dots', dots: [1, 0, 2] } },
      ),
    ).toEqual([4, 0, 2]);
  });
});

describe('the pulse', () => {
  const give = (pulse?: 'slower' | 'good' | 'faster', phaseId = 'intro') =>
    ({ type: 'give-pulse', phaseId: phase(phaseId), ...(pulse && { pulse }) }) as const;
  const pulse = (session: Session) => doc<FacilitatorsView>(session, 'facilitators').pulse;

  test('[PO-7] facilitators see how many said what, and nobody else does', () => {
    const said = arrivedAt('intro').doing(give('slower'), seat('Ada'), 3).doing(give('good'), seat('Ben'), 4);
    expect(pulse(said.session)).toEqual({ slower: 1, good: 1, faster: 0, at: 4 });
    expect(doc<SeatView>(said.session, 'seat:ada').polls).toEqual({ votes: {}, pulse: 'slower' });
    const others = [...slices(said.session).documents].filter(([audience]) => audience !== 'facilitators');
    expect(others.filter(([, view]) => JSON.stringify(view).includes('slower')).map(([audience]) => audience)).toEqual([
      'seat:ada',
    ]);
    expect(said.when(give('slower'), seat('Ada'), 5)).toEqual(accept());
    expect(pulse(said.doing(give(), seat('Ada'), 5).session)).toMatchObject({ slower: 0 });
  });

  test('[PO-7] it begins anew with each phase, and a late press does not count for the next', () => {
    const said = arrivedAt('intro').doing(give('slower'), seat('Ada'), 3);
    const next = said.doing({ type: 'advance-phase', phaseId: phase('intro') }, seat('Frieda'), minutes(1));
    expect(pulse(next.session)).toBeUndefined();
    expect(next.when(give('faster'), seat('Ben'), minutes(1))).toEqual(reject('phase-already-ended'));
  });
});
