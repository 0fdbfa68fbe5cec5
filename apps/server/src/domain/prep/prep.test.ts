import type {
  FacilitatorsView,
  PrepAnswer,
  QuestionId,
  RoomId,
  RoomView,
  SeatView,
  SessionView,
  TurnId,
} from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { eraseFrom } from '../erase.ts';
import { keptUntil } from '../keeping.ts';
import { values } from '../records.ts';
import type { AnyCommand, Session } from '../session.ts';
import { preparationOf, slices } from '../slices.ts';
import { holds } from '../testing/anything.ts';
import {
  arrivedAt,
  assembled,
  drafted,
  fold,
  HOUSE,
  idOf,
  minutes,
  phase,
  seat,
  seatedAt,
  type Workshop,
} from '../testing/workshop.ts';
import { readinessOf } from './view.ts';

const ada = seat('Ada');
const frieda = seat('Frieda');
const ROUND = phase('round-1');
const question = (number: number) => `question-${number}` as QuestionId;
const saying = (text: string): PrepAnswer => ({ kind: 'text', text });
const answering = (number: number, answer: PrepAnswer | null): AnyCommand => ({
  ...{ type: 'answer-question', questionId: question(number), answer },
});
const rejected = (rejection: string) => ({ ok: false, rejection });
const documentsOf = ({ session }: Workshop) => slices(session).documents;
const docOf = <View>(workshop: Workshop, audience: string) => documentsOf(workshop).get(audience as 'session') as View;
const answersOf = ({ session }: Workshop, name: string) => session.prep.people[idOf(name)]?.answers;

/** Where this word stands: the audiences whose documents hold it. */
const audiencesWith = (workshop: Workshop, word: string) =>
  [...documentsOf(workshop)].filter(([, doc]) => JSON.stringify(doc).includes(word)).map(([audience]) => audience);

describe('answering', () => {
  test('[PR-1] people answer before the doors are open and before they are let in', () => {
    const before = drafted().doing(answering(1, saying('Parks')), ada, 5);
    expect(answersOf(before, 'Ada')).toEqual({ 'question-1': saying('Parks') });
    const waiting = before.doing({ type: 'arrive', seatId: idOf('Ada') }, HOUSE, 6);
    expect(waiting.doing(answering(2, saying('Trees')), ada, 7).session.prep.people[idOf('Ada')]?.savedAt).toBe(7);
  });

  test('[PR-1] who knocked answers once let in, who was removed never, and nobody after the end', () => {
    const knocking = assembled()
      .doing({ type: 'knock', seatId: idOf('Zoe'), name: 'Zoe', linkHash: 'z' } as AnyCommand, HOUSE, 1)
      .doing({ type: 'remove-person', seatId: idOf('Ben') }, frieda, 1);
    const words = answering(1, saying('Parks'));
    expect(knocking.when(words, seat('Zoe'), 2)).toEqual(rejected('not-admitted'));
    expect(knocking.when(words, seat('Ben'), 2)).toEqual(rejected('person-removed'));
    const inside = knocking.doing({ type: 'admit-person', seatId: idOf('Zoe') }, frieda, 3);
    expect(answersOf(inside.doing(words, seat('Zoe'), 4), 'Zoe')).toBeDefined();
    const over = arrivedAt('reflection').doing({ type: 'end-session' }, frieda, 9);
    expect(over.when(words, ada, 10)).toEqual(rejected('session-already-ended'));
  });

  test.each([
    [1, saying('Parks'), undefined],
    [1, { kind: 'scale', figure: 3 }, 'answer-does-not-fit'],
    [3, { kind: 'choice', option: 4 }, undefined],
    [3, { kind: 'choice', option: 5 }, 'answer-does-not-fit'],
    [3, saying('Parks'), 'answer-does-not-fit'],
    [6, { kind: 'scale', figure: 5 }, undefined],
    [6, { kind: 'scale', figure: 0 }, 'answer-does-not-fit'],
    [6, { kind: 'scale', figure: 6 }, 'answer-does-not-fit'],
    [7, saying('Parks'), 'no-such-question'],
  ] as const)('[PR-2] an answer fits its question: %s, %o', (number, answer, rejection) => {
    const decision = drafted().when(answering(number, answer), ada, 1);
    expect(decision.ok ? undefined : decision.rejection).toBe(rejection);
  });

  test('[PR-3] a new answer replaces the one before, none takes it away, the same changes nothing', () => {
    const once = drafted().doing(answering(1, saying('Parks')), ada, 1);
    expect(once.when(answering(1, saying('Parks')), ada, 2)).toEqual({ ok: true, facts: [] });
    expect(once.when(answering(2, null), ada, 2)).toEqual({ ok: true, facts: [] });
    const twice = once.doing(answering(1, saying('Trees')), ada, 2);
    expect(answersOf(twice, 'Ada')).toEqual({ 'question-1': saying('Trees') });
    expect(answersOf(twice.doing(answering(1, null), ada, 3), 'Ada')).toEqual({});
  });

  test('[PR-4] somebody is ready when they say so, and takes it back', () => {
    const ready = drafted().doing({ type: 'set-ready', ready: true }, ada, 1);
    expect(ready.session.prep.people[idOf('Ada')]?.ready).toBe(true);
    expect(ready.when({ type: 'set-ready', ready: true }, ada, 2)).toEqual({ ok: true, facts: [] });
    expect(ready.doing({ type: 'set-ready', ready: false }, ada, 2).session.prep.people[idOf('Ada')]?.ready).toBe(
      false,
    );
  });
});

describe('who sees what', () => {
  test('[PR-5] what somebody wrote stands in nobody’s document but their own, whatever happens', () => {
    holds((_before, _facts, after) => {
      const shared = Object.entries(after.prep.people).some(([, own]) => own?.shared);
      if (shared || Object.keys(after.prep.shown).length > 0) return;
      for (const [audience, doc] of slices(after).documents) {
        if (!audience.startsWith('seat:')) expect(JSON.stringify(doc)).not.toMatch(/"Answer \d"/);
      }
    });
  });

  test('[PR-6] facilitators see how far each person is, and no words', () => {
    const prepared = drafted()
      .doing({ type: 'open-preparation' }, seat('Ben'), 1)
      .doing(answering(1, saying('canary')), ada, 1)
      .doing({ type: 'set-ready', ready: true }, ada, 2);
    const { readiness } = docOf<FacilitatorsView>(prepared, 'facilitators');
    expect(readiness?.ada).toEqual({ opened: true, answered: 1, of: 6, slides: false, ready: true });
    expect(readiness?.ben).toEqual({ opened: true, answered: 0, of: 6, slides: false, ready: false });
    expect(readiness?.cem).toEqual({ opened: false, answered: 0, of: 6, slides: false, ready: false });
    expect(readiness).toEqual(readinessOf(prepared.session));
    expect(audiencesWith(prepared, 'canary')).toEqual([]);
    expect(audiencesWith(prepared, '"readiness"')).toEqual(['facilitators']);
  });

  test('[PR-6] where nothing is asked there is nothing to be ready with', () => {
    const unasked = drafted(({ questions: _none, ...plan }) => plan);
    expect(docOf<FacilitatorsView>(unasked, 'facilitators').readiness).toBeUndefined();
    expect(readinessOf(unasked.session)).toEqual({});
    expect(unasked.when(answering(1, saying('Parks')), ada, 1)).toEqual(rejected('no-such-question'));
  });

  test('[PR-8] in the room the own answers are at hand, in the order of the questions, for their author alone', () => {
    const inside = assembled()
      .doing(answering(2, saying('canary-two')), ada, 1)
      .doing(answering(1, saying('canary-one')), ada, 2);
    const { prep } = docOf<SeatView>(inside, 'seat:ada');
    expect(prep?.map(({ answer }) => answer)).toEqual([saying('canary-one'), saying('canary-two')]);
    expect(audiencesWith(inside, 'canary')).toEqual(['seat:ada']);
    expect(docOf<SeatView>(inside, 'seat:ben').prep).toBeUndefined();
  });

  test('[KE-20] what somebody answered is erased with them, and how others answered is not', () => {
    const facts = drafted()
      .doing(answering(1, saying('canary')), ada, 1)
      .doing(answering(1, saying('Trees')), seat('Ben'), 2).facts;
    const erased = facts.flatMap((fact) => eraseFrom(fact, idOf('Ada')) ?? []);
    expect(JSON.stringify(erased)).not.toContain('canary');
    expect(fold(erased)?.prep.people).toMatchObject({
      ada: { answers: {} },
      ben: { answers: { 'question-1': saying('Trees') } },
    });
  });

  test('[PR-14] the own page says for how many days everything is kept, and until when', () => {
    const { session } = drafted();
    const page = preparationOf(session, session.people.seats[idOf('Ada')] as never, 14);
    expect(page).toMatchObject({ keepDays: 14, keptUntil: keptUntil(session, 14) });
  });

  test('[PR-11] the own page shows the programme, the questions and the own answers, of no other person', () => {
    const prepared = drafted()
      .doing(answering(1, saying('Parks')), ada, 3)
      .doing(answering(1, saying('canary')), seat('Ben'), 4);
    const page = preparationOf(prepared.session, prepared.session.people.seats[idOf('Ada')] as never, 30);
    expect(page).toMatchObject({ name: 'Ada', status: 'draft', savedAt: 3, ready: false, shared: false, open: true });
    expect(page.questions).toHaveLength(6);
    expect(page.answers).toEqual({ 'question-1': saying('Parks') });
    expect(JSON.stringify(page)).not.toContain('canary');
  });
});

/** Everybody is at the tables of round 1 and has answered; the table's first speaker has begun. */
function speaking(): { workshop: Workshop; room: RoomId; speaker: string; listener: string; turn: object; at: number } {
  const at = minutes(2);
  const seated = seatedAt('round-1', 0);
  const room = 'round-1-a' as RoomId;
  const queue = seated.session.turns.queues[room];
  const turnId = queue?.order[0];
  const [speaker, listener] = (queue?.order ?? []).map((id) => queue?.turns[id]?.seatId);
  if (!turnId || !speaker || !listener) throw new Error('nobody at table A');
  const prepared = [speaker, listener].reduce(
    (soFar, name) => soFar.doing(answering(1, saying(`canary-${name}`)), seat(name), at),
    seated,
  );
  const workshop = prepared.doing({ type: 'start-turn', roomId: room, turnId }, frieda, at);
  return { workshop, room, speaker, listener, turn: { roomId: room, turnId }, at };
}

const show = (turn?: object): AnyCommand =>
  ({ type: 'show-answers', phaseId: ROUND, ...(turn && { turn }) }) as AnyCommand;

describe('in the room', () => {
  test('[PR-9] the speaker shows their answers to the table, and nobody else gets them', () => {
    const { workshop, room, speaker, turn, at } = speaking();
    const own = `seat:${speaker}`;
    expect(audiencesWith(workshop, `canary-${speaker}`)).toEqual([own]);
    const shown = workshop.doing(show(turn), seat(speaker), at);
    expect(audiencesWith(shown, `canary-${speaker}`).toSorted()).toEqual([`room:${room}`, own].toSorted());
    const { prep } = docOf<RoomView>(shown, `room:${room}`);
    expect(prep?.[speaker]).toMatchObject({ shown: true, answers: [{ answer: saying(`canary-${speaker}`) }] });
    expect(shown.when(show(turn), seat(speaker), at)).toEqual({ ok: true, facts: [] });
  });

  test('[PR-9] without the turn, the word or an answer it is refused', () => {
    const { workshop, speaker, listener, room, turn, at } = speaking();
    const other = Object.values(workshop.session.turns.queues[room]?.turns ?? {}).find(
      (one) => one?.seatId === listener,
    );
    expect(workshop.when(show(turn), seat(listener), at)).toEqual(rejected('not-your-turn'));
    const early = show({ roomId: room, turnId: other?.id });
    expect(workshop.when(early, seat(listener), at)).toEqual(rejected('turn-not-running'));
    expect(workshop.when(show(), seat(speaker), at)).toEqual(rejected('not-your-turn'));
    expect(workshop.when(show({ roomId: room, turnId: 'x' }), seat(speaker), at)).toEqual(rejected('no-such-turn'));
    const silent = workshop.doing(answering(1, null), seat(speaker), at);
    expect(silent.when(show(turn), seat(speaker), at)).toEqual(rejected('nothing-answered'));
    const late = { ...show(turn), phaseId: phase('talk') } as AnyCommand;
    expect(workshop.when(late, seat(speaker), at)).toEqual(rejected('phase-already-ended'));
  });

  test('[PR-10] it goes when it is hidden, and when the turn ends', () => {
    const { workshop, room, speaker, turn, at } = speaking();
    const shown = workshop.doing(show(turn), seat(speaker), at);
    const isThere = (it: Workshop) => docOf<RoomView>(it, `room:${room}`).prep !== undefined;
    expect(isThere(shown)).toBe(true);
    const hidden = shown.doing({ type: 'hide-answers' }, seat(speaker), at);
    expect(isThere(hidden)).toBe(false);
    expect(hidden.when({ type: 'hide-answers' }, seat(speaker), at)).toEqual({ ok: true, facts: [] });
    for (const type of ['end-turn', 'postpone-turn', 'skip-turn'] as const) {
      expect(isThere(shown.doing({ type, ...turn } as AnyCommand, frieda, at + 5))).toBe(false);
    }
    const removed = shown.doing({ type: 'remove-person', seatId: idOf(speaker) }, frieda, at + 5);
    expect(audiencesWith(removed, `canary-${speaker}`)).toEqual([]);
  });

  test('[PR-9] [PR-10] with the word in the plenary everybody sees it, until the word is taken or the phase ends', () => {
    const has = (it: Workshop) => Object.keys(docOf<SessionView>(it, 'session').prep ?? {});
    const intro = arrivedAt('intro').doing(answering(1, saying('Parks')), ada, 1);
    const inPlenary = { type: 'show-answers', phaseId: phase('intro') } as const;
    expect(intro.when(inPlenary, ada, 2)).toEqual(rejected('not-your-turn'));
    const shown = intro.doing({ type: 'give-word', seatId: idOf('Ada') }, frieda, 2).doing(inPlenary, ada, 3);
    expect(has(shown)).toEqual(['ada']);
    expect(has(shown.doing({ type: 'take-word', seatId: idOf('Ada') }, frieda, 4))).toEqual([]);
    expect(has(shown.doing({ type: 'advance-phase', phaseId: phase('intro') }, frieda, 4))).toEqual([]);
    const talk = arrivedAt('talk').doing(answering(1, saying('Parks')), seat('Salma'), 1);
    expect(has(talk.doing({ ...inPlenary, phaseId: phase('talk') }, seat('Salma'), 2))).toEqual(['salma']);
  });

  test('[PR-7] shared answers are read at the own table only, while it is in use, until that is taken back', () => {
    const { workshop, room, listener, at } = speaking();
    const shared = workshop.doing({ type: 'share-answers', shared: true }, seat(listener), at);
    const readers = [`room:${room}`, `seat:${listener}`].toSorted();
    expect(audiencesWith(shared, `canary-${listener}`).toSorted()).toEqual(readers);
    expect(docOf<RoomView>(shared, `room:${room}`).prep?.[listener]?.shown).toBeUndefined();
    const back = shared.doing({ type: 'share-answers', shared: false }, seat(listener), at + 1);
    expect(audiencesWith(back, `canary-${listener}`)).toEqual([`seat:${listener}`]);
    const closed = shared.doing({ type: 'advance-phase', phaseId: ROUND }, frieda, at + 1).until(at + minutes(3));
    const stillThere = audiencesWith(closed, `canary-${listener}`).filter((audience) => !audience.startsWith('room:'));
    expect(stillThere).toEqual([`seat:${listener}`]);
  });

  test('[PR-10] whatever people press, only the speaker of a running turn stands shown at a table', () => {
    holds((_before, _facts, after: Session) => {
      for (const [seatId, showing] of Object.entries(after.prep.shown)) {
        if (!showing || showing.at === 'plenary') continue;
        const queue = after.turns.queues[showing.at];
        expect(queue?.running?.turnId).toBe(showing.turnId);
        expect(queue?.turns[showing.turnId as TurnId]?.seatId).toBe(seatId);
      }
      for (const seats of values(after.prep.people)) expect(Object.keys(seats.answers).length).toBeLessThanOrEqual(6);
    });
  });
});
