import type { BoardId, BroughtFrom, CardId, PhasePlan } from '@werkraum/protocol';
import { type ById, entries, ids, withEntry } from '../records.ts';
import type { Fact, Session } from '../session.ts';
import type { BoardFact, Boards, Brought, Card } from './board.ts';
import { columnsOf, emptyBoard, MOST_CARDS } from './boards.ts';
import { handedCard, originsIn } from './origins.ts';
import { placed } from './ranks.ts';

type Laid = Extract<BoardFact, { type: 'cards-laid' }>;

/**
 * The facts that lay what was brought into a round on its tables; nothing where it lies there already or was taken back
 * meanwhile [BO-19]. A card goes into the column of its kind, else into the first.
 */
export function layBrought(
  session: Pick<Session, 'agenda' | 'board' | 'breakouts' | 'brought'>,
  phase: PhasePlan,
  brought: readonly Brought[] = session.board.brought[phase.id] ?? [],
): Fact[] {
  const columns = columnsOf(phase);
  const { board, breakouts } = session;
  const origins = originsIn(session);
  const tables = breakouts.rounds[phase.id]?.tables ?? [];
  return tables.flatMap(({ roomId }): Fact[] => {
    const there = board.boards[roomId as string as BoardId] ?? emptyBoard;
    const wanted = brought.flatMap((each) => {
      const { cardId, to } = each;
      const handed = handedCard(session, each);
      if (!handed || (to !== undefined && to !== roomId) || isOn(there.cards, cardId)) return [];
      const column = columns.find(({ kind }) => kind === handed.column.kind) ?? columns[0];
      const origin = origins(each);
      return column && origin ? [{ from: origin, cardId, column: column.id }] : [];
    });
    const cards = wanted.slice(0, Math.max(0, MOST_CARDS - ids(there.cards).length));
    return cards.length > 0 ? [{ type: 'cards-laid', roomId, cards }] : [];
  });
}

const isOn = (cards: ById<CardId, Card>, cardId: CardId): boolean =>
  cards[cardId] !== undefined || entries(cards).some(([, { merged }]) => merged?.[cardId] !== undefined);

/** Lays copies of handed-over cards on a table, with their authors and where they come from. */
export function laid(boards: Boards, { roomId, cards }: Laid, along: Session['brought']): Boards {
  const boardId = roomId as string as BoardId;
  const board = boards.boards[boardId] ?? emptyBoard;
  const all = cards.reduce((soFar, { from, cardId, column }) => {
    const of = { from: from.roomId, cardId, ...('before' in from && { before: true as const }) };
    const handed = handedCard({ board: boards, ...(along && { brought: along }) }, of);
    if (!handed) throw new Error(`no card ${cardId} on the wall`);
    return placed(soFar, cardId, copyOf(handed.card, from, column));
  }, board.cards);
  return { ...boards, boards: withEntry(boards.boards, boardId, { ...board, cards: all }) };
}

const copyOf = (card: Card, from: BroughtFrom, column: Card['column']): Card => ({
  ...card,
  ...{ from, column, version: 0, votes: 0 },
});
