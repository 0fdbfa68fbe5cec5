import type { BoardId, CardId, ColumnId, SeatId } from '@werkraum/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entries } from '../records.ts';
import type { Fact, Session } from '../session.ts';
import { type Slices, slices } from '../slices.ts';
import { BOARD_TYPES } from '../testing/any-board.ts';
import { happeningsAtTables, play } from '../testing/anything.ts';
import { cardId } from '../testing/boards.ts';
import type { Board, BoardFact, Boards, Card } from './board.ts';
import { evolveBoard, noBoards } from './evolve.ts';
import { inColumn, placed } from './ranks.ts';

const PRESSED = [
  ...[...BOARD_TYPES, ...BOARD_TYPES],
  ...(['advance-phase', 'undo-phase', 'visit-table', 'leave-table', 'assign-seat', 'remove-person'] as const),
];
const TEXT = /Text \d of \d+ at [^."]+\./g;
const textsIn = (value: unknown): string[] => JSON.stringify(value ?? {}).match(TEXT) ?? [];

/** What each audience may read of cards: texts that were ever handed over may have been taken along to any table. */
function mayRead(session: Session, audience: string, handed: ReadonlySet<string>): (text: string) => boolean {
  const { boards, wall, own } = session.board;
  const [kind, id] = audience.split(':');
  const onWall = new Set(textsIn(wall));
  if (kind === 'session') return (text) => onWall.has(text) || text.includes(' at plenary~');
  if (kind === 'seat') {
    const alone = new Set(textsIn(own[id as SeatId]?.alone));
    return (text) => alone.has(text);
  }
  if (kind !== 'room' && kind !== 'table') return () => false;
  const shown = new Set(textsIn(boards[id as BoardId]?.cards));
  return (text) => shown.has(text) && (text.includes(` at ${id}.`) || handed.has(text));
}

test('[BO-9] [BO-11] [BO-12] whatever people press, a card is read at its board, by its author, or on the wall', () => {
  const seen = new Set<Fact['type']>();
  const handed = new Set<string>();
  const read: string[] = [];
  fc.assert(
    fc.property(happeningsAtTables(PRESSED, 80), (all) => {
      handed.clear();
      let held: Slices | undefined;
      play(all, (_before, facts, after) => {
        for (const { type } of facts) seen.add(type);
        for (const text of textsIn(after.board.wall)) handed.add(text);
        const then = held;
        held = slices(after, then);
        for (const [audience, document] of held.documents) {
          if (document === then?.documents.get(audience)) continue;
          const isFine = mayRead(after, audience, handed);
          expect(textsIn(document).filter((text) => !isFine(text))).toEqual([]);
          if (audience.startsWith('table:')) read.push(...textsIn(document));
        }
      });
    }),
    { numRuns: 60 },
  );
  // Else the above would say little.
  expect([...seen]).toEqual(expect.arrayContaining(['cards-handed-over', 'writing-set', 'cards-merged', 'card-voted']));
  expect(read.length).toBeGreaterThan(0);
});

test('[WI-26] documents of boards made from those before say what documents made anew say', () => {
  fc.assert(
    fc.property(happeningsAtTables(PRESSED, 60), (all) => {
      let held: Slices | undefined;
      play(all, (before, _facts, after) => {
        held = slices(after, held?.session === before ? held : slices(before));
        expect(held.documents).toStrictEqual(slices(after).documents);
      });
    }),
    { numRuns: 30 },
  );
});

const COLUMNS = ['idea', 'sdg'] as ColumnId[];
const BOARD = 'round-1-a' as BoardId;
const card = (column: ColumnId): Card => ({
  column,
  rank: 0,
  text: 'x',
  by: 'ada' as SeatId,
  at: 0,
  version: 0,
  votes: 0,
});

test('[BO-5] a card that is moved stands before the one that was named, and the others keep their order', () => {
  const move = fc.record({
    from: fc.nat({ max: 7 }),
    to: fc.constantFrom(...COLUMNS),
    before: fc.option(fc.nat({ max: 7 })),
  });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 120 }), (moves) => {
      const names = Array.from({ length: 8 }, (_, number) => cardId(`card-${number}`));
      let cards = names.reduce<Board['cards']>((soFar, id) => placed(soFar, id, card('idea' as ColumnId)), {});
      for (const { from, to, before } of moves) {
        const id = names[from] as CardId;
        const next = before === null ? undefined : names[before];
        const others = inColumn(cards, to).filter(([other]) => other !== id);
        cards = placed(cards, id, { ...(cards[id] as Card), column: to }, next);
        const order = inColumn(cards, to).map(([each]) => each);
        const at = others.findIndex(([other]) => other === next);
        expect(order).toEqual(others.map(([other]) => other).toSpliced(at < 0 ? others.length : at, 0, id));
      }
      expect(entries(cards)).toHaveLength(8);
    }),
  );
});

test('[BO-5] a column has room between any two cards, however often one is put there', () => {
  let cards: Board['cards'] = { [cardId('top')]: { ...card('idea' as ColumnId), rank: 1 } };
  for (let number = 0; number < 200; number += 1)
    cards = placed(cards, cardId(`card-${number}`), card('idea' as ColumnId), cardId('top'));
  const order = inColumn(cards, 'idea' as ColumnId).map(([id]) => id);
  expect(order).toEqual([...Array.from({ length: 200 }, (_, number) => `card-${number}`), 'top']);
});

const allTexts = ({ boards }: Boards): string[] => {
  const of = ({ text, by, merged = {} }: Card): string[] => [
    `${text} ${by}`,
    ...entries(merged).flatMap(([, part]) => of(part)),
  ];
  return entries(boards[BOARD]?.cards ?? {})
    .flatMap(([, each]) => of(each))
    .toSorted();
};

test('[BO-7] however cards are merged and taken apart, every text stays with its author', () => {
  const step = fc.record({
    merge: fc.boolean(),
    into: fc.nat(),
    from: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
  });
  const written = Array.from({ length: 6 }, (_, number): BoardFact => {
    const by = (number % 2 ? 'ada' : 'ben') as SeatId;
    const column = COLUMNS[number % 2] as ColumnId;
    return {
      type: 'card-added',
      boardId: BOARD,
      cardId: cardId(`card-${number}`),
      column,
      text: `text ${number}`,
      by,
      at: 0,
    };
  }).reduce((boards, fact) => evolveBoard(boards, fact), noBoards);
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const after = steps.reduce((boards, { merge, into, from }) => {
        const there = Object.keys(boards.boards[BOARD]?.cards ?? {}) as CardId[];
        const pick = (at: number) => there[at % there.length] as CardId;
        const rest = [...new Set(from.map(pick))].filter((id) => id !== pick(into));
        if (!merge)
          return evolveBoard(boards, { type: 'card-split', boardId: BOARD, cardId: pick(into), by: 'ada' as SeatId });
        if (rest.length === 0) return boards;
        return evolveBoard(boards, {
          type: 'cards-merged',
          boardId: BOARD,
          into: pick(into),
          from: rest,
          by: 'ada' as SeatId,
        });
      }, written);
      expect(allTexts(after)).toEqual(allTexts(written));
    }),
  );
});
