import type { SeatId } from '@werkraum/protocol';
import type { Card } from '../board/board.ts';
import { withoutSeat } from '../notes/written.ts';
import { entries } from '../records.ts';
import type { BroughtTable, FollowUpFact } from './brought.ts';

/** The fact without this person's words in what was brought along. */
export function eraseFollowUp({ tables, ...fact }: FollowUpFact, seatId: SeatId): FollowUpFact {
  return { ...fact, tables: tables.map((table) => without(table, seatId)) };
}

function without({ cards, notes, ...table }: BroughtTable, seatId: SeatId): BroughtTable {
  const left = entries(cards).map(([cardId, each]) => [cardId, { ...each, card: blank(each.card, seatId) }] as const);
  return { ...table, cards: Object.fromEntries(left), ...(notes && { notes: withoutSeat(notes, seatId) }) };
}

// A card without a text is shown nowhere.
function blank({ merged, tags, ...card }: Card, seatId: SeatId): Card {
  const own = card.by === seatId;
  const parts = merged && entries(merged).map(([cardId, part]) => [cardId, blank(part, seatId)] as const);
  return {
    ...card,
    ...(own && { text: '' }),
    ...(tags && !own && { tags }),
    ...(parts && { merged: Object.fromEntries(parts) }),
  };
}
