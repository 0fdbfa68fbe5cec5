import type { CardId, Instant, RoomId } from '@werkraum/protocol';
import type { HandedCard } from '../board/board.ts';
import type { WrittenText } from '../notes/notes.ts';
import type { ById } from '../records.ts';

/** What one table of the workshop before had handed over. */
export interface BroughtTable {
  roomId: RoomId;
  /** The title of its round. */
  round: string;
  label: string;
  topic: string;
  cards: ById<CardId, HandedCard>;
  notes?: WrittenText;
}

/** The results of the workshop that this one follows up [KE-25]. */
export interface BroughtResults {
  /** Of that workshop. */
  title: string;
  startedAt?: Instant;
  /** In the order of rounds and tables; only those that handed something over. */
  tables: readonly BroughtTable[];
}

export type FollowUpFact = { type: 'results-brought' } & BroughtResults;
