import type { BoardId, CardId, ColumnId, Command, PhaseId, RoomId } from '@werkraum/protocol';
import type { RunningWorkshop } from './running-workshop.ts';
import { walk } from './tables.ts';

/** Who sits at the two tables of the first round, and what each of them writes on a card. */
export type Cards = Readonly<Record<string, { table: 'a' | 'b'; text: string; handed: boolean }>>;

const round = 'round-1' as PhaseId;
const roomOf = (table: 'a' | 'b') => `${round}-${table}` as RoomId;

/** Clicks on from one phase to the next. */
export const advance = (...phases: readonly string[]): Command[] =>
  phases.map((id) => ({ type: 'advance-phase', phaseId: id as PhaseId }));

/** People without a browser are in the first round, have written their cards, and have handed some of them over. */
export async function workAtTables(workshop: RunningWorkshop, cards: Cards): Promise<void> {
  const names = Object.keys(cards);
  const seats = Object.entries(cards).map(
    ([name, { table }]): Command => ({
      ...{ type: 'assign-seat', phaseId: round, seatId: workshop.seatId(name) },
      roomId: roomOf(table),
    }),
  );
  await workshop.as('Fatma', { type: 'open-doors' }, { type: 'start-session' });
  await Promise.all(names.map((name) => workshop.as(name)));
  await workshop.as('Fatma', ...seats, ...advance('intro', 'talk'));
  await walk(workshop, names);
  for (const [name, { table, text, handed }] of Object.entries(cards)) {
    const card = { boardId: roomOf(table) as string as BoardId, cardId: `card-of-${name}` as CardId };
    await workshop.as(name, { type: 'add-card', ...card, column: 'idea' as ColumnId, text });
    if (handed)
      await workshop.as(name, {
        type: 'hand-over',
        boardId: card.boardId,
        cards: [{ cardId: card.cardId, version: 0 }],
      });
  }
}
