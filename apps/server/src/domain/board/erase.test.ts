import { expect, test } from 'vitest';
import { evolve } from '../evolve.ts';
import type { Fact, Session } from '../session.ts';
import {
  A,
  type B,
  boardOf,
  cardId,
  handOver,
  peopleAt,
  roomDoc,
  saying,
  sessionDoc,
  withCards,
} from '../testing/boards.ts';
import { idOf, minutes, phase, seat, seatedAt } from '../testing/workshop.ts';
import type { BoardFact } from './board.ts';
import { eraseBoard } from './erase.ts';

const round = seatedAt('round-1');
const [ada, ben] = peopleAt(round, A) as [string, string];
const board = boardOf(A);
const at = minutes(3);

const erased = (facts: readonly Fact[], name: string): Session => {
  const others = facts.map((fact): Fact => {
    const isOfBoards = 'boardId' in fact;
    return isOfBoards ? eraseBoard(fact as BoardFact, idOf(name)) : fact;
  });
  const session = others.reduce<Session | undefined>(evolve, undefined);
  if (!session) throw new Error('no session');
  return session;
};

test('[BO-22] an erased person’s words leave every card, copy and tag; those of others stay', () => {
  const written = withCards(withCards(round, ada, board, ['one', 'two']), ben, board, ['three'])
    .doing({ type: 'edit-card', boardId: board, cardId: cardId('one'), text: 'Reworded Text of one' }, seat(ada), at)
    .doing({ type: 'tag-card', boardId: board, cardId: cardId('three'), tags: ['Tag of Ada'] }, seat(ada), at)
    .doing({ type: 'merge-cards', boardId: board, into: cardId('two'), from: [cardId('three')] }, seat(ada), at)
    .doing({ ...handOver(board), cards: [{ cardId: cardId('two'), version: 1 }] }, seat(ada), at)
    .doing(
      { type: 'bring-cards', phaseId: phase('round-2'), cards: [{ from: A, cardId: cardId('two') }] },
      seat('Frieda'),
      at,
    )
    .doing({ type: 'advance-phase', phaseId: phase('round-1') }, seat('Frieda'), at)
    .until(minutes(20));
  expect(saying(written.session, 'Text of two').length).toBeGreaterThan(2);

  const session = erased(written.facts, ada);
  for (const words of ['Text of one', 'Text of two', 'Tag of Ada'])
    expect(JSON.stringify(session)).not.toContain(words);
  expect(sessionDoc(session).wall?.tables[A]?.cards).toMatchObject({ two: { text: 'Text of three' } });
  expect(roomDoc(session, 'round-2-a' as typeof B).board?.cards).toMatchObject({
    two: { text: 'Text of three', by: idOf(ben) },
  });
});

test('[BO-22] facts without that person’s words are the very same', () => {
  const { facts } = withCards(round, ada, board, ['one']).doing(handOver(board, 'one'), seat(ada), at);
  const own = facts.filter((fact) => 'boardId' in fact) as BoardFact[];
  expect(own.map((fact) => eraseBoard(fact, idOf(ben)))).toEqual(own);
  expect(own.filter((fact) => eraseBoard(fact, idOf(ada)) !== fact).map(({ type }) => type)).toEqual(['card-added']);
});
