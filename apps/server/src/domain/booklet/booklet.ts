import type { BlockId, BookletChange, Instant, SeatId } from '@werkraum/protocol';
import type { ById } from '../records.ts';

/** A text that somebody said differently than it is generated. */
export interface EditedText {
  /** Fingerprint of what was generated when it was edited. */
  was: string;
  text: string;
  by: SeatId;
}

/** A paragraph that somebody put in. */
export interface OwnParagraph {
  sectionId: BlockId;
  /** The block it stands behind; absent: at the end of its section. */
  after?: BlockId;
  text: string;
  by: SeatId;
}

/** Everything people changed, laid over what is generated. Nothing generated is kept. */
export interface Layers {
  /** By block and part, as `textKey` writes them. */
  texts: ById<string, EditedText>;
  hidden: ById<BlockId, true>;
  /** Sections in the order people gave them; those that are not named stand where they are generated. */
  order?: readonly BlockId[];
  own: ById<BlockId, OwnParagraph>;
}

/** A change with the order it leaves behind: a move is only known by its result. */
export type Change = Exclude<BookletChange, { kind: 'move' }> | { kind: 'order'; sections?: readonly BlockId[] };

export interface BookletState {
  layers: Layers;
  /** Counts all changes, taking back included. */
  revision: number;
  /** What takes the last changes back, newest last. */
  back: readonly Change[];
  publishedAt?: Instant;
  /** Who answered whether their name may stand in it, and how; no answer means no. */
  named: ById<SeatId, boolean>;
}

export type BookletFact =
  | { type: 'booklet-edited'; change: Change; by: SeatId; at: Instant }
  | { type: 'booklet-edit-undone'; revision: number; by: SeatId; at: Instant }
  | { type: 'booklet-published'; by: SeatId; at: Instant }
  | { type: 'booklet-unpublished'; by: SeatId; at: Instant }
  | { type: 'naming-answered'; seatId: SeatId; listed: boolean };
