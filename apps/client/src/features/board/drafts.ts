import type { BoardId, CardId, ColumnId } from '@werkraum/protocol';
import { createStore } from 'zustand/vanilla';

/** A card on its way: shown at once, and kept with its words if it is not taken. */
export interface PendingCard {
  cardId: CardId;
  boardId: BoardId;
  column: ColumnId;
  text: string;
  refused?: true;
}

interface Drafts {
  /** Board id → what is being typed there. */
  texts: Readonly<Record<string, string>>;
  pending: readonly PendingCard[];
}

/** What was typed and has not arrived. It outlives another view, another place and a lost line. */
export const drafts = createStore<Drafts>(() => ({ texts: {}, pending: [] }));

export const keepText = (boardId: BoardId, text: string): void =>
  drafts.setState(({ texts }) => ({ texts: { ...texts, [boardId]: text } }));

export const addPending = (card: PendingCard): void =>
  drafts.setState(({ pending }) => ({ pending: [...pending, card] }));

export const dropPending = (cardId: CardId): void =>
  drafts.setState(({ pending }) => ({ pending: pending.filter((card) => card.cardId !== cardId) }));

export const refusePending = (cardId: CardId): void =>
  drafts.setState(({ pending }) => ({
    pending: pending.map((card) => (card.cardId === cardId ? { ...card, refused: true } : card)),
  }));
