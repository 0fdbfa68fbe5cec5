import type {
  BoardColumn,
  BoardId,
  BroughtFrom,
  CardId,
  ColumnId,
  Instant,
  PhaseId,
  RoomId,
  SeatId,
  Writing,
} from '@werkraum/protocol';
import type { ById } from '../records.ts';

/** One card. Its words are its author's; where it lies is everybody's. */
export interface Card {
  column: ColumnId;
  /** Cards of a column stand in rising order of this. */
  rank: number;
  /** Empty once its author has been erased: such a card is shown nowhere. */
  text: string;
  by: SeatId;
  at: Instant;
  /** Rises with everything that changes what the plenary would see of it. */
  version: number;
  tags?: readonly string[];
  /** How many people gave it a dot. */
  votes: number;
  /** Cards that were merged into it, as they were. */
  merged?: ById<CardId, Card>;
  /** It was brought from a table of an earlier round. */
  from?: BroughtFrom;
}

export interface Board {
  writing: Writing;
  cards: ById<CardId, Card>;
  /** Cards that are not shown yet, and whose they are. The cards themselves are with their authors (`Own`). */
  alone: ById<CardId, SeatId>;
}

/** What one person has on boards that nobody else sees. */
export interface Own {
  alone: ById<BoardId, ById<CardId, Card>>;
  dots: ById<BoardId, readonly CardId[]>;
}

/** A card as it was when its table handed it over, under the name its column had. */
export interface HandedCard {
  card: Card;
  column: BoardColumn;
  by: SeatId;
  at: Instant;
}

/** A handed-over card for the tables of a later round. */
export interface Brought {
  from: RoomId;
  cardId: CardId;
  /** Of a table of the workshop that this one follows up; its ids may be those of a table here. */
  before?: true;
  /** Absent: for every table. */
  to?: RoomId;
}

export interface Boards {
  boards: ById<BoardId, Board>;
  own: ById<SeatId, Own>;
  /** How many dots each person has, where that was set. */
  dots: ById<PhaseId, number>;
  wall: ById<RoomId, ById<CardId, HandedCard>>;
  brought: ById<PhaseId, readonly Brought[]>;
  report?: { phaseId: PhaseId; roomId: RoomId; at: Instant };
}

interface OfCard {
  boardId: BoardId;
  cardId: CardId;
  by: SeatId;
}

export type BoardFact =
  /** `alone`: nobody but its author sees it yet. */
  | (OfCard & { type: 'card-added'; column: ColumnId; text: string; at: Instant; alone?: true })
  | (OfCard & { type: 'card-edited'; text: string })
  | (OfCard & { type: 'card-moved'; column: ColumnId; before?: CardId })
  | (OfCard & { type: 'card-tagged'; tags: readonly string[] })
  | (OfCard & { type: 'card-removed' })
  | { type: 'cards-merged'; boardId: BoardId; into: CardId; from: readonly CardId[]; by: SeatId }
  | (OfCard & { type: 'card-split' })
  | (OfCard & { type: 'card-voted' })
  | (OfCard & { type: 'vote-taken-back' })
  | { type: 'writing-set'; boardId: BoardId; mode: Writing; by: SeatId }
  | { type: 'dots-set'; phaseId: PhaseId; each: number; by: SeatId }
  /** The columns are those of that moment, so that the wall says what the table saw. */
  | {
      type: 'cards-handed-over';
      boardId: BoardId;
      cards: readonly { cardId: CardId; column: BoardColumn }[];
      by: SeatId;
      at: Instant;
    }
  | (OfCard & { type: 'card-taken-back' })
  /** The whole list for a round to come. */
  | { type: 'cards-brought'; phaseId: PhaseId; cards: readonly Brought[]; by: SeatId; at: Instant }
  /** They lie on the table now: its round has opened, or was open already. */
  | { type: 'cards-laid'; roomId: RoomId; cards: readonly { from: BroughtFrom; cardId: CardId; column: ColumnId }[] }
  | { type: 'report-started'; phaseId: PhaseId; roomId: RoomId; at: Instant; by: SeatId }
  | { type: 'report-ended'; roomId: RoomId };
