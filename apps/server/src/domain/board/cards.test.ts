import type { BoardColumns, ColumnId, FacilitatorsView } from '@werkraum/protocol';
import { AddCard } from '@werkraum/protocol';
import { describe, expect, test } from 'vitest';
import { accept, reject } from '../session.ts';
import { slices } from '../slices.ts';
import {
  A,
  add,
  B,
  boardOf,
  cardId,
  handOver,
  order,
  peopleAt,
  REFLECTION,
  roomDoc,
  seatDoc,
  sessionDoc,
  withCards,
} from '../testing/boards.ts';
import { arrivedAt, minutes, phase, seat, seatedAt, type Workshop } from '../testing/workshop.ts';

const round = seatedAt('round-1');
const [ada, ben] = peopleAt(round, A) as [string, string];
const [zoe] = peopleAt(round, B) as [string];
const board = boardOf(A);
const at = minutes(3);
const card = { boardId: board, cardId: cardId('one') };
const told = ({ session }: Workshop) => (slices(session).documents.get('facilitators') as FacilitatorsView).boards;
const boardNow = (workshop: typeof round) =>
  roomDoc(workshop.session, A).board as NonNullable<ReturnType<typeof roomDoc>['board']>;

describe('a board', () => {
  test('[BO-1] collects ideas, examples, obstacles and goals unless the plan says otherwise', () => {
    expect(boardNow(round).columns.map(({ kind }) => kind)).toEqual(['idea', 'example', 'obstacle', 'sdg']);
    const reflection = sessionDoc(arrivedAt('reflection').session).board;
    expect(reflection?.columns.map(({ kind }) => kind)).toEqual(['keep', 'change', 'learned']);
  });

  test('[BO-1] has the columns of its plan, which can be changed until the round begins', () => {
    const columns: BoardColumns = [{ id: 'risks' as ColumnId, kind: 'obstacle', label: 'Risks' }];
    const change = { type: 'change-phase', phaseId: phase('round-1'), change: { columns } } as const;
    const changed = arrivedAt('talk').doing(change, seat('Frieda'), 1);
    const opened = changed
      .doing({ type: 'advance-phase', phaseId: phase('talk') }, seat('Frieda'), 2)
      .until(minutes(2));
    expect(roomDoc(opened.session, A).board?.columns).toEqual(columns);
    expect(opened.when(change, seat('Frieda'), at)).toEqual(reject('phase-already-begun'));
    expect(told(changed)['round-1']?.columns).toEqual(columns);
    const usual = changed.doing({ ...change, change: { columns: null } }, seat('Frieda'), 2);
    expect(told(usual)['round-1']).toEqual({ dots: 3 });
    const intro = { ...change, phaseId: phase('talk') };
    expect(arrivedAt('intro').when(intro, seat('Frieda'), at)).toEqual(reject('no-such-board'));
  });

  test('[BO-1] keeps a card whose column is gone in the first', () => {
    const column = 'obstacle' as ColumnId;
    const back = withCards(round, ada, board, ['one'], column)
      .doing({ type: 'undo-phase', phaseId: phase('round-1') }, seat('Frieda'), at)
      .doing(
        {
          type: 'change-phase',
          phaseId: phase('round-1'),
          change: { columns: [{ id: 'free' as ColumnId, kind: 'other' }] },
        },
        seat('Frieda'),
        at,
      )
      .doing({ type: 'advance-phase', phaseId: phase('talk') }, seat('Frieda'), at);
    expect(boardNow(back).cards.one).toMatchObject({ column: 'free', text: 'Text of one' });
  });

  test('[BO-2] is for whoever is at its place', () => {
    expect(round.when(add(board, 'one'), seat(zoe), at)).toEqual(reject('not-at-this-table'));
    expect(round.when(add(board, 'one'), seat('Theo'), at)).toEqual(reject('not-at-this-table'));
    const visit = round.doing({ type: 'visit-table', phaseId: phase('round-1'), roomId: A }, seat('Frieda'), at);
    expect(visit.when(add(board, 'one'), seat('Frieda'), at)).toMatchObject({ ok: true });
    expect(round.when(add(REFLECTION, 'one', 'keep'), seat(ada), at)).toEqual(reject('phase-already-ended'));
    expect(round.when(add('nowhere' as never, 'one'), seat(ada), at)).toEqual(reject('no-such-board'));
    expect(round.when(add(boardOf('round-2-a' as never), 'one'), seat(ada), at)).toEqual(reject('tables-not-open'));
  });

  test('[BO-2] is for nobody when only moving is tried', () => {
    const practice = arrivedAt('intro')
      .doing({ type: 'start-practice', phaseId: phase('intro') }, seat('Frieda'), 1)
      .until(20_000);
    const table = seatDoc(practice.session, 'Ada').place;
    expect(table).toMatch(/^intro-p1-/);
    expect(roomDoc(practice.session, table as never)).not.toHaveProperty('board');
    expect(seatDoc(practice.session, 'Ada').may).not.toContain('add-card');
    expect(practice.when(add(table as never, 'one'), seat('Ada'), 30_000)).toEqual(reject('no-such-board'));
  });
});

describe('cards', () => {
  test('[BO-3] stand at the end of their column, with their author', () => {
    const now = boardNow(withCards(round, ada, board, ['one', 'two']));
    expect(order(now, 'idea')).toEqual(['one', 'two']);
    expect(now.cards.one).toMatchObject({ text: 'Text of one', by: ada.toLowerCase(), column: 'idea' });
  });

  test('[BO-3] are named by the sender, so that a repeat changes nothing', () => {
    const one = withCards(round, ada, board, ['one']);
    expect(one.when(add(board, 'one', 'sdg'), seat(ben), at)).toEqual(accept());
    expect(one.when(add(board, 'two', 'nonsense'), seat(ben), at)).toEqual(reject('no-such-column'));
  });

  test('[BO-3] are at most 120 on a board, of 280 characters', () => {
    const names = Array.from({ length: 120 }, (_, number) => `card-${number}`);
    const full = withCards(round, ada, board, names);
    expect(full.when(add(board, 'more'), seat(ben), at)).toEqual(reject('board-full'));
    const merged = full.doing(
      { type: 'merge-cards', boardId: board, into: cardId('card-0'), from: [cardId('card-1')] },
      seat(ben),
      at,
    );
    expect(merged.when(add(board, 'more'), seat(ben), at)).toEqual(reject('board-full'));
    const text = (length: number) => AddCard.safeParse({ ...add(board, 'one'), text: 'x'.repeat(length) }).success;
    expect([0, 1, 280, 281].map(text)).toEqual([false, true, true, false]);
  });

  test('[BO-4] are worded by their author alone', () => {
    const one = withCards(round, ada, board, ['one']);
    const edit = { type: 'edit-card', ...card, text: 'Better' } as const;
    expect(boardNow(one.doing(edit, seat(ada), at)).cards.one).toMatchObject({ text: 'Better', version: 1 });
    expect(one.when(edit, seat(ben), at)).toEqual(reject('not-your-card'));
    expect(one.when({ ...edit, text: 'Text of one' }, seat(ada), at)).toEqual(accept());
    expect(one.when({ ...edit, cardId: cardId('gone') }, seat(ada), at)).toEqual(reject('no-such-card'));
  });

  test('[BO-4] are removed by their author or a facilitator who is there', () => {
    const one = withCards(round, ada, board, ['one']);
    const remove = { type: 'remove-card', ...card } as const;
    expect(one.when(remove, seat(ben), at)).toEqual(reject('not-your-card'));
    const gone = one.doing(remove, seat(ada), at);
    expect(boardNow(gone).cards).toEqual({});
    expect(gone.when(remove, seat(ada), at)).toEqual(accept());
    const visit = one.doing({ type: 'visit-table', phaseId: phase('round-1'), roomId: A }, seat('Frieda'), at);
    expect(boardNow(visit.doing(remove, seat('Frieda'), at)).cards).toEqual({});
    expect(visit.when({ type: 'edit-card', ...card, text: 'Mine' }, seat('Frieda'), at)).toEqual(
      reject('not-your-card'),
    );
  });

  test('[BO-5] are moved by anybody, before another one or to the end', () => {
    const three = withCards(round, ada, board, ['one', 'two', 'three']);
    const move = (name: string, column: string, before?: string) =>
      ({
        type: 'move-card',
        boardId: board,
        cardId: cardId(name),
        column: column as ColumnId,
        ...(before && { before: cardId(before) }),
      }) as const;
    const first = three.doing(move('three', 'idea', 'one'), seat(ben), at);
    expect(order(boardNow(first), 'idea')).toEqual(['three', 'one', 'two']);
    expect(first.when(move('three', 'idea', 'one'), seat(ben), at)).toEqual(accept());
    const over = first.doing(move('one', 'sdg', 'two'), seat(ben), at);
    expect(order(boardNow(over), 'idea')).toEqual(['three', 'two']);
    expect(order(boardNow(over), 'sdg')).toEqual(['one']);
    expect(over.when(move('two', 'idea', 'gone'), seat(ben), at)).toEqual(accept());
    expect(over.when(move('two', 'nonsense'), seat(ben), at)).toEqual(reject('no-such-column'));
  });

  test('[BO-6] have tags that anybody at the board may change', () => {
    const tag = { type: 'tag-card', ...card, tags: ['SDG 11', 'youth'] } as const;
    const tagged = withCards(round, ada, board, ['one']).doing({ ...tag, tags: [...tag.tags] }, seat(ben), at);
    expect(boardNow(tagged).cards.one).toMatchObject({ tags: ['SDG 11', 'youth'], version: 1 });
    expect(tagged.when({ ...tag, tags: [...tag.tags] }, seat(ada), at)).toEqual(accept());
    expect(boardNow(tagged.doing({ ...tag, tags: [] }, seat(ada), at)).cards.one).not.toHaveProperty('tags');
  });
});

describe('merging', () => {
  const merge = {
    type: 'merge-cards',
    boardId: board,
    into: cardId('one'),
    from: [cardId('two'), cardId('three')],
  } as const;
  const command = { ...merge, from: [...merge.from] };
  const three = withCards(withCards(round, ada, board, ['one', 'two']), ben, board, ['three'], 'obstacle');

  test('[BO-7] keeps every text with its author, and taking apart puts all back', () => {
    const merged = three.doing(command, seat(ben), at);
    expect(Object.keys(boardNow(merged).cards)).toEqual(['one']);
    expect(boardNow(merged).cards.one?.parts).toEqual([
      { text: 'Text of two', by: ada.toLowerCase() },
      { text: 'Text of three', by: ben.toLowerCase() },
    ]);
    expect(merged.when(command, seat(ada), at)).toEqual(accept());
    const apart = merged.doing({ type: 'split-card', ...card }, seat(ada), at);
    expect(order(boardNow(apart), 'idea')).toEqual(['one', 'two']);
    expect(order(boardNow(apart), 'obstacle')).toEqual(['three']);
    expect(apart.when({ type: 'split-card', ...card }, seat(ada), at)).toEqual(accept());
  });

  test('[BO-7] of cards that hold others keeps those too', () => {
    const inner = three.doing({ ...command, into: cardId('two'), from: [cardId('three')] }, seat(ada), at);
    const outer = inner.doing({ ...command, from: [cardId('two')] }, seat(ada), at);
    expect(boardNow(outer).cards.one?.parts?.map(({ text }) => text)).toEqual(['Text of two', 'Text of three']);
  });

  test('[BO-4] [BO-14] cards that hold others, or that the plenary sees, are not removed or merged away', () => {
    const merged = three.doing(command, seat(ben), at);
    expect(merged.when({ type: 'remove-card', ...card }, seat(ada), at)).toEqual(reject('card-is-merged'));
    const handed = three.doing(handOver(board, 'two'), seat(ben), at);
    expect(handed.when(command, seat(ben), at)).toEqual(reject('card-handed-over'));
    expect(handed.when({ ...command, into: cardId('two'), from: [cardId('one')] }, seat(ben), at)).toEqual(
      reject('card-handed-over'),
    );
    expect(handed.when({ type: 'remove-card', boardId: board, cardId: cardId('two') }, seat(ada), at)).toEqual(
      reject('card-handed-over'),
    );
  });

  test('[BO-7] refuses a card that has gone, and a card with itself changes nothing', () => {
    expect(three.when({ ...command, from: [cardId('gone')] }, seat(ada), at)).toEqual(reject('no-such-card'));
    expect(three.when({ ...command, into: cardId('gone') }, seat(ada), at)).toEqual(reject('no-such-card'));
    expect(three.when({ ...command, from: [cardId('one')] }, seat(ada), at)).toEqual(accept());
  });
});

describe('dots', () => {
  const vote = (name: string) => ({ type: 'vote-card', boardId: board, cardId: cardId(name) }) as const;
  const four = withCards(round, ada, board, ['one', 'two', 'three', 'four']);

  test('[BO-8] each person has three, one for a card', () => {
    const given = four
      .doing(vote('one'), seat(ada), at)
      .doing(vote('two'), seat(ada), at)
      .doing(vote('three'), seat(ada), at);
    expect(boardNow(given).cards.one?.votes).toBe(1);
    expect(given.when(vote('one'), seat(ada), at)).toEqual(accept());
    expect(given.when(vote('four'), seat(ada), at)).toEqual(reject('no-dots-left'));
    const back = given.doing({ ...vote('one'), type: 'unvote-card' }, seat(ada), at);
    expect(boardNow(back).cards.one).not.toHaveProperty('votes');
    expect(back.when({ ...vote('one'), type: 'unvote-card' }, seat(ada), at)).toEqual(accept());
    expect(back.when(vote('four'), seat(ada), at)).toMatchObject({ ok: true });
  });

  test('[BO-8] a facilitator says how many, and none means no voting', () => {
    const dots = (each: number) => ({ type: 'set-dots', phaseId: phase('round-1'), each }) as const;
    const none = four.doing(dots(0), seat('Frieda'), at);
    expect(boardNow(none).dots).toBe(0);
    expect(none.when(vote('one'), seat(ada), at)).toEqual(reject('no-dots-left'));
    expect(four.when(dots(3), seat('Frieda'), at)).toEqual(accept());
    const usual = { dots: 3 };
    expect(told(four)).toMatchObject({ 'round-1': usual, 'round-2': usual, 'round-3': usual, reflection: usual });
    expect(told(none)).toEqual({ ...told(four), 'round-1': { ...told(four)['round-1'], dots: 0 } });
  });

  test('[BO-8] who gave them is told to nobody but themselves', () => {
    const given = four.doing(vote('one'), seat(ada), at);
    expect(JSON.stringify(boardNow(given))).not.toContain('dots":{');
    expect(seatDoc(given.session, ada).board).toEqual({ dots: { [board]: ['one'] } });
    expect(seatDoc(given.session, ben).board).toBeUndefined();
  });

  test('[BO-8] merged cards add up, each person once; a removed card gives its dots back', () => {
    const given = four
      .doing(vote('one'), seat(ada), at)
      .doing(vote('two'), seat(ada), at)
      .doing(vote('two'), seat(ben), at)
      .doing({ type: 'merge-cards', boardId: board, into: cardId('one'), from: [cardId('two')] }, seat(ben), at);
    expect(boardNow(given).cards.one?.votes).toBe(2);
    expect(seatDoc(given.session, ada).board?.dots).toEqual({ [board]: ['one'] });
    const three = given
      .doing(vote('three'), seat(ada), at)
      .doing({ type: 'remove-card', boardId: board, cardId: cardId('three') }, seat(ada), at);
    expect(seatDoc(three.session, ada).board?.dots).toEqual({ [board]: ['one'] });
  });
});
