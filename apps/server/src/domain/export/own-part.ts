import type { SeatId } from '@werkraum/protocol';
import type { Card } from '../board/board.ts';
import type { BroughtTable } from '../follow-up/brought.ts';
import { onlySeat } from '../notes/written.ts';
import { values } from '../records.ts';
import type { Fact } from '../session.ts';

/** What of a fact is told to one person: its kind and whatever is theirs. */
export type OwnPart = { type: string } & Record<string, unknown>;

/**
 * What of a fact one person contributed, or what it says of them alone [KE-23]; undefined when nothing is. Most facts are
 * somebody's or are not. Of those that hold something of several people, only this person's share is told.
 */
export function ownPart(fact: Fact, seatId: SeatId): OwnPart | undefined {
  switch (fact.type) {
    case 'speaking-times-kept': {
      const ms = fact.seats[seatId];
      return ms === undefined ? undefined : { ...fact, seats: { [seatId]: ms } };
    }
    case 'notes-handed-over': {
      const text = onlySeat(fact.text, seatId);
      return text.length === 0 ? undefined : { ...fact, text };
    }
    case 'results-brought': {
      const tables = fact.tables.flatMap((table) => ownTable(table, seatId));
      return tables.length === 0 ? undefined : { ...fact, tables };
    }
    case 'cards-handed-over':
      // Cards name their columns, which somebody else may have named.
      return fact.by === seatId ? { ...fact, cards: fact.cards.map(({ cardId }) => ({ cardId })) } : undefined;
    default:
      return isOf(fact, seatId) ? withoutLink(fact) : undefined;
  }
}

function isOf(fact: Fact, seatId: SeatId): boolean {
  const { by, seatId: about } = fact as { by?: unknown; seatId?: unknown };
  return by === undefined ? about === seatId : by === seatId;
}

function withoutLink(fact: Fact): OwnPart {
  const { linkHash: _link, ...rest } = fact as Fact & { linkHash?: unknown };
  return rest;
}

function ownTable({ roomId, label, cards, notes = [] }: BroughtTable, seatId: SeatId): Record<string, unknown>[] {
  const own = values(cards)
    .flatMap(({ card }) => [card, ...mergedInto(card)])
    .filter(({ by }) => by === seatId)
    .map(({ text, tags = [] }) => ({ text, tags }));
  const text = onlySeat(notes, seatId);
  return own.length === 0 && text.length === 0 ? [] : [{ roomId, label, cards: own, notes: text }];
}

const mergedInto = ({ merged }: Card): Card[] =>
  merged ? values(merged).flatMap((card) => [card, ...mergedInto(card)]) : [];
