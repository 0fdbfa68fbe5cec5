import type { BringCards } from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { accept, reject } from '../session.ts';
import { audiencesOf } from '../slices.ts';
import {
  A,
  add,
  B,
  boardOf,
  cardId,
  formerDoc,
  handOver,
  order,
  peopleAt,
  REFLECTION,
  roomDoc,
  saying,
  seatDoc,
  sessionDoc,
  staffDoc,
  withCards,
} from '../testing/boards.ts';
import { arrivedAt, HOUSE, idOf, minutes, phase, seat, seatedAt, type Workshop } from '../testing/workshop.ts';

const round = seatedAt('round-1');
const [ada, ben] = peopleAt(round, A) as [string, string];
const [zoe] = peopleAt(round, B) as [string];
const board = boardOf(A);
const at = minutes(3);
const frieda = seat('Frieda');
const alone = { type: 'set-writing', boardId: board, mode: 'alone' } as const;
const show = { ...alone, mode: 'together' } as const;
const advance = (from: string) => ({ type: 'advance-phase', phaseId: phase(from) }) as const;
const closed = (workshop: Workshop) => workshop.doing(advance('round-1'), frieda, at);

describe('writing alone', () => {
  const writing = withCards(round.doing(alone, seat(ada), at), ben, board, ['secret']);

  test('[BO-9] a card stands with its author and nowhere else; the others learn how many there are', () => {
    expect(saying(writing.session, 'Text of secret')).toEqual([`seat:${idOf(ben)}`]);
    expect(roomDoc(writing.session, A).board).toMatchObject({ writing: 'alone', alone: 1, cards: {} });
    expect(seatDoc(writing.session, ben).board?.alone?.[board]).toMatchObject({ secret: { text: 'Text of secret' } });
  });

  test('[BO-9] nobody but its author does anything with it', () => {
    const card = { boardId: board, cardId: cardId('secret') };
    const edit = { type: 'edit-card', ...card, text: 'Still secret' } as const;
    const tag = { type: 'tag-card', ...card, tags: ['quiet'] } as const;
    for (const command of [edit, tag, { type: 'vote-card', ...card } as const])
      expect(writing.when({ ...command } as never, seat(ada), at)).toEqual(reject('no-such-card'));
    expect(writing.when({ type: 'vote-card', ...card }, seat(ben), at)).toEqual(reject('no-such-card'));
    const changed = writing.doing(edit, seat(ben), at).doing({ ...tag, tags: [...tag.tags] }, seat(ben), at);
    expect(saying(changed.session, 'secret')).toEqual([`seat:${idOf(ben)}`]);
    const gone = changed.doing({ type: 'remove-card', ...card }, seat(ben), at);
    expect(roomDoc(gone.session, A).board).not.toHaveProperty('alone');
  });

  test('[BO-10] showing puts everything on the board at once', () => {
    const both = withCards(writing, ada, board, ['mine']);
    const shown = both.doing(show, seat(ada), at);
    expect(roomDoc(shown.session, A).board).toMatchObject({ writing: 'together', cards: { mine: {}, secret: {} } });
    expect(roomDoc(shown.session, A).board).not.toHaveProperty('alone');
    expect(seatDoc(shown.session, ben).board).toBeUndefined();
    expect(shown.when(show, seat(ben), at)).toEqual(accept());
  });

  test('[BO-10] a facilitator switches all tables of the round at once, and in the plenary nobody else does', () => {
    const all = { type: 'set-all-writing', phaseId: phase('round-1'), mode: 'alone' } as const;
    const everywhere = round.doing(all, frieda, at);
    expect([A, B].map((roomId) => roomDoc(everywhere.session, roomId).board?.writing)).toEqual(['alone', 'alone']);
    expect(everywhere.when(all, frieda, at)).toEqual(accept());
    expect(everywhere.when({ ...all, phaseId: phase('round-2') }, frieda, at)).toEqual(reject('tables-not-open'));
    const plenary = { ...alone, boardId: REFLECTION };
    const reflection = arrivedAt('reflection');
    expect(reflection.when(plenary, seat('Ada'), at)).toEqual(reject('facilitator-only'));
    expect(seatDoc(reflection.session, 'Ada').may).not.toContain('set-writing');
    expect(sessionDoc(reflection.doing(plenary, frieda, at).session).board?.writing).toBe('alone');
  });

  test('[BO-21] what somebody had not shown goes with them when they are removed', () => {
    const gone = writing.doing({ type: 'remove-person', seatId: idOf(ben) }, frieda, at);
    expect(roomDoc(gone.session, A).board).not.toHaveProperty('alone');
    expect(saying(gone.doing(show, seat(ada), at).session, 'Text of secret')).toEqual([]);
  });
});

describe('handing over', () => {
  const two = withCards(round, ada, board, ['one', 'two']);

  test('[BO-11] what stands on a table is in its document alone; staff learn figures', () => {
    expect(saying(two.session, 'Text of one')).toEqual([`room:${A}`]);
    const handed = two.doing(handOver(board, 'one'), seat(ben), at);
    expect(staffDoc(handed.session).progress[A]?.board).toEqual({ cards: 2, alone: 0, handed: 1 });
    expect(staffDoc(handed.session).progress[B]).not.toHaveProperty('board');
  });

  test('[BO-12] [BO-16] what is handed over everybody sees, without its author, and nothing else', () => {
    const handed = two.doing(handOver(board, 'one'), seat(ben), at);
    expect(saying(handed.session, 'Text of one')).toEqual([`room:${A}`, 'session']);
    expect(saying(handed.session, 'Text of two')).toEqual([`room:${A}`]);
    const { wall } = sessionDoc(handed.session);
    expect(wall?.tables[A]).toEqual({
      ...{ phaseId: 'round-1', label: 'A', topic: 'Strategies, structures, processes' },
      cards: { one: { kind: 'idea', text: 'Text of one', handedAt: at } },
    });
    expect(wall?.order).toEqual([A]);
    expect(roomDoc(handed.session, A).board?.cards.one?.handed).toBe('as-is');
    expect(handed.when(handOver(board, 'one'), seat(ada), at)).toEqual(accept());
  });

  test('[BO-12] a visitor does not hand over, and neither does another table', () => {
    const visit = two.doing({ type: 'visit-table', phaseId: phase('round-1'), roomId: A }, frieda, at);
    expect(visit.when(handOver(board, 'one'), frieda, at)).toEqual(reject('not-at-this-table'));
    expect(seatDoc(visit.session, 'Frieda').may).not.toContain('hand-over');
    expect(two.when(handOver(board, 'one'), seat(zoe), at)).toEqual(reject('not-at-this-table'));
    expect(two.when(handOver(REFLECTION, 'one'), seat(ada), at)).toEqual(reject('no-such-board'));
  });

  test('[BO-13] hands over what was seen, or nothing', () => {
    const edited = two.doing(
      { type: 'edit-card', boardId: board, cardId: cardId('one'), text: 'Private' },
      seat(ada),
      at,
    );
    expect(edited.when(handOver(board, 'two', 'one'), seat(ben), at)).toEqual(reject('card-changed-meanwhile'));
    expect(edited.when(handOver(board, 'gone'), seat(ben), at)).toEqual(reject('no-such-card'));
  });

  test('[BO-14] the wall keeps what was handed over until it is handed over again', () => {
    const edited = two
      .doing(handOver(board, 'one'), seat(ben), at)
      .doing({ type: 'edit-card', boardId: board, cardId: cardId('one'), text: 'Second thoughts' }, seat(ada), at);
    expect(sessionDoc(edited.session).wall?.tables[A]?.cards.one?.text).toBe('Text of one');
    expect(roomDoc(edited.session, A).board?.cards.one?.handed).toBe('changed');
    const again = edited.doing({ ...handOver(board), cards: [{ cardId: cardId('one'), version: 1 }] }, seat(ben), at);
    expect(sessionDoc(again.session).wall?.tables[A]?.cards.one?.text).toBe('Second thoughts');
  });

  test('[BO-15] a card is taken back by whoever may hand over', () => {
    const back = { type: 'take-back-card', boardId: board, cardId: cardId('one') } as const;
    const handed = two.doing(handOver(board, 'one'), seat(ben), at);
    expect(handed.when(back, seat(zoe), at)).toEqual(reject('not-at-this-table'));
    const taken = handed.doing(back, seat(ada), at);
    expect(saying(taken.session, 'Text of one')).toEqual([`room:${A}`]);
    expect(taken.when(back, seat(ada), at)).toEqual(accept());
  });

  test('[BO-26] a table that has handed over only its notes is on the wall, and reports', () => {
    const asked = round.doing({ type: 'hand-over-notes', roomId: B }, seat(zoe), at);
    expect(sessionDoc(asked.session)).not.toHaveProperty('wall');
    const keep = (text: string) => {
      const written = [{ kind: 'paragraph' as const, runs: [{ text, by: idOf(zoe) }] }];
      return asked.doing({ type: 'keep-handed-notes', roomId: B, askedAt: at, text: written }, HOUSE, at);
    };
    const handed = keep('Fewer cars');
    expect(sessionDoc(handed.session).wall).toMatchObject({ order: [B], tables: { [B]: { label: 'B', cards: {} } } });
    expect(saying(handed.session, 'Fewer cars')).toEqual(['session']);
    const both = withCards(handed, ada, board, ['one']).doing(handOver(board, 'one'), seat(ada), at);
    expect(sessionDoc(both.session).wall?.order).toEqual([A, B]);
    const report = { type: 'report-out', phaseId: phase('round-1'), roomId: B } as const;
    const late = ['round-1', 'round-2', 'round-3'].reduce((all, from) => all.doing(advance(from), frieda, at), handed);
    const reporting = late.doing(report, frieda, at);
    expect(sessionDoc(reporting.session).report?.roomId).toBe(B);
    expect(sessionDoc(keep('  ').session)).not.toHaveProperty('wall');
  });

  test('[BO-16] once a round is over the wall has all its tables', () => {
    expect(sessionDoc(round.session)).not.toHaveProperty('wall');
    expect(sessionDoc(closed(round).session).wall?.order).toEqual([A, B]);
  });
});

describe('a table that has closed', () => {
  const over = closed(withCards(round, ada, board, ['one', 'two']));

  test('[BO-20] is looked back on by those who sat there, and by nobody else', () => {
    expect(saying(over.session, 'Text of one')).toEqual([`table:${A}`]);
    expect(formerDoc(over.session, A)?.board.cards).toMatchObject({ one: { text: 'Text of one' } });
    const members = new Set(peopleAt(round, A));
    for (const name of [...peopleAt(round, A), ...peopleAt(round, B), 'Frieda', 'Theo', 'Salma'])
      expect([name, audiencesOf(over.session, idOf(name)).includes(`table:${A}`)]).toEqual([name, members.has(name)]);
    expect(seatDoc(over.session, ada).tables).toEqual([A]);
  });

  test('[BO-12] [BO-20] those who sat there hand over and take back, and change nothing else', () => {
    const handed = over.doing(handOver(board, 'one'), seat(ben), at);
    expect(sessionDoc(handed.session).wall?.tables[A]?.cards).toHaveProperty('one');
    expect(formerDoc(handed.session, A)?.board.cards.one?.handed).toBe('as-is');
    expect(handed.when({ type: 'take-back-card', boardId: board, cardId: cardId('one') }, seat(ada), at)).toMatchObject(
      { ok: true },
    );
    expect(over.when(handOver(board, 'one'), seat(zoe), at)).toEqual(reject('not-at-this-table'));
    expect(over.when(handOver(board, 'one'), frieda, at)).toEqual(reject('not-at-this-table'));
    expect(over.when(add(board, 'late'), seat(ada), at)).toEqual(reject('tables-not-open'));
  });

  test('[BO-9] [BO-20] a card its author never showed stays with them, unless they hand it over themselves', () => {
    const quiet = closed(withCards(round.doing(alone, seat(ada), at), ben, board, ['secret']));
    expect(saying(quiet.session, 'Text of secret')).toEqual([`seat:${idOf(ben)}`]);
    expect(quiet.when(handOver(board, 'secret'), seat(ada), at)).toEqual(reject('no-such-card'));
    const handed = quiet.doing(handOver(board, 'secret'), seat(ben), at);
    expect(saying(handed.session, 'Text of secret')).toEqual(['session', `table:${A}`]);
  });

  test('[BO-20] ends with the session, and for whoever is removed', () => {
    const ended = over.doing({ type: 'end-session' }, frieda, at);
    expect(saying(ended.session, 'Text of one')).toEqual([]);
    expect(ended.when(handOver(board, 'one'), seat(ada), at)).toEqual(reject('session-already-ended'));
    const removed = over.doing({ type: 'remove-person', seatId: idOf(ben) }, frieda, at);
    expect(audiencesOf(removed.session, idOf(ben))).toEqual([`seat:${idOf(ben)}`]);
  });

  test('[BO-20] goes on as a table when its round opens again', () => {
    const again = over.doing({ type: 'undo-phase', phaseId: phase('round-2') }, frieda, at).until(minutes(20));
    expect(saying(again.session, 'Text of one')).toEqual([`room:${A}`]);
    expect(seatDoc(again.session, ada)).not.toHaveProperty('tables');
  });

  test('[BO-20] is not looked back on by somebody who never came in', () => {
    const late = closed(
      round
        .doing({ type: 'knock', seatId: idOf('Late'), name: 'Late', linkHash: 'late' }, HOUSE, at)
        .doing({ type: 'assign-seat', phaseId: phase('round-1'), seatId: idOf('Late'), roomId: A }, frieda, at)
        .doing(add(board, 'one'), seat(ada), at),
    );
    const inside = late.doing({ type: 'admit-person', seatId: idOf('Late') }, frieda, at);
    expect(audiencesOf(inside.session, idOf('Late'))).not.toContain(`table:${A}`);
  });
});

describe('in the plenary', () => {
  const handed = withCards(round, ada, board, ['one', 'two']).doing(handOver(board, 'one'), seat(ada), at);
  const late = ['round-1', 'round-2', 'round-3'].reduce(
    (soFar, from) => soFar.doing(advance(from), frieda, at),
    handed,
  );
  const report = (roomId: typeof A) => ({ type: 'report-out', phaseId: phase('round-1'), roomId }) as const;

  test('[BO-17] one table after another reports', () => {
    const first = late.doing(report(A), frieda, at);
    expect(sessionDoc(first.session).report).toEqual({ phaseId: 'round-1', roomId: A, at });
    expect(first.when(report(A), frieda, at)).toEqual(accept());
    const second = first.doing(report(B), frieda, at);
    expect(sessionDoc(second.session).report?.roomId).toBe(B);
    expect(second.when({ type: 'end-report', roomId: A }, frieda, at)).toEqual(accept());
    const over = second.doing({ type: 'end-report', roomId: B }, frieda, at);
    expect(sessionDoc(over.session)).not.toHaveProperty('report');
    const ended = second.doing({ type: 'end-session' }, frieda, at);
    expect(sessionDoc(ended.session)).not.toHaveProperty('report');
  });

  test('[BO-17] not while tables are in use, and not of tables that never were', () => {
    expect(handed.when(report(A), frieda, at)).toEqual(reject('tables-in-use'));
    expect(seatDoc(handed.session, 'Frieda').may).not.toContain('report-out');
    const intro = arrivedAt('intro');
    expect(intro.when(report(A), frieda, at)).toEqual(reject('tables-not-open'));
    expect(late.when(report('nowhere' as never), frieda, at)).toEqual(reject('no-such-table'));
  });

  test('[BO-2] everybody works at the board of a reflection', () => {
    const kept = late.doing(add(REFLECTION, 'kept', 'keep'), seat(ada), at);
    expect(saying(kept.session, 'Text of kept')).toEqual(['session']);
    const after = kept.doing({ type: 'end-session' }, frieda, at);
    expect(sessionDoc(after.session).board?.cards).toHaveProperty('kept');
  });
});

describe('into the next round', () => {
  const A2 = 'round-2-a' as typeof A;
  const handed = withCards(round, ada, board, ['one', 'two'], 'obstacle').doing(handOver(board, 'one'), seat(ada), at);
  const bring = (to?: typeof A): BringCards => ({
    type: 'bring-cards',
    phaseId: phase('round-2'),
    cards: [{ from: A, cardId: cardId('one'), ...(to && { to }) }],
  });
  const cardsAt = (workshop: Workshop, roomId: typeof A) => roomDoc(workshop.session, roomId).board?.cards;

  test('[BO-18] [BO-19] handed-over cards lie on the tables when the round opens, and say where they come from', () => {
    const brought = handed.doing(bring(), frieda, at);
    expect(sessionDoc(brought.session).wall?.tables[A]?.cards.one?.into).toEqual([{ phaseId: 'round-2' }]);
    const next = closed(brought).until(minutes(20));
    expect(cardsAt(next, A2)?.one).toMatchObject({
      ...{ column: 'obstacle', text: 'Text of one', from: { phaseId: 'round-1', roomId: A, label: 'A', round: 1 } },
    });
    expect(cardsAt(next, 'round-2-b' as typeof A)).toHaveProperty('one');
  });

  test('[BO-18] for one table only, and taken away again', () => {
    const one = closed(handed.doing(bring(A2), frieda, at)).until(minutes(20));
    expect(cardsAt(one, A2)).toHaveProperty('one');
    expect(cardsAt(one, 'round-2-b' as typeof A)).toEqual({});
    const none = handed.doing(bring(), frieda, at).doing({ ...bring(), cards: [] }, frieda, at);
    expect(cardsAt(closed(none).until(minutes(20)), A2)).toEqual({});
    expect(none.when({ ...bring(), cards: [] }, frieda, at)).toEqual(accept());
  });

  test('[BO-18] only what is on the wall, and into a round that is not over', () => {
    const cards = [{ from: A, cardId: cardId('two') }];
    expect(handed.when({ ...bring(), cards }, frieda, at)).toEqual(reject('card-not-handed-over'));
    expect(handed.when({ ...bring(), phaseId: phase('talk') }, frieda, at)).toEqual(reject('not-a-round'));
    expect(handed.when(bring('round-3-a' as typeof A), frieda, at)).toEqual(reject('no-such-table'));
    const third = ['round-1', 'round-2'].reduce((soFar, from) => soFar.doing(advance(from), frieda, at), handed);
    expect(third.when(bring(), frieda, at)).toEqual(reject('round-already-begun'));
  });

  test('[BO-18] while the round runs they come at once, and none twice', () => {
    const second = closed(handed).until(minutes(20)).doing(bring(), frieda, minutes(21));
    expect(cardsAt(second, A2)).toHaveProperty('one');
    const moved = second
      .doing({ type: 'bring-cards', phaseId: phase('round-2'), cards: [] }, frieda, minutes(21))
      .doing(bring(), frieda, minutes(22));
    expect(order(roomDoc(moved.session, A2).board as never, 'obstacle')).toEqual(['one']);
  });

  test('[BO-19] opening again lays nothing twice, and a card taken back does not come', () => {
    const back = { type: 'take-back-card', boardId: board, cardId: cardId('one') } as const;
    const taken = closed(handed.doing(bring(), frieda, at).doing(back, seat(ada), at)).until(minutes(20));
    expect(cardsAt(taken, A2)).toEqual({});
    const twice = closed(handed.doing(bring(), frieda, at))
      .doing({ type: 'undo-phase', phaseId: phase('round-2') }, frieda, at)
      .doing(advance('round-1'), frieda, at);
    expect(order(roomDoc(twice.session, A2).board as never, 'obstacle')).toEqual(['one']);
  });
});
