import type { Instant, PhaseId, RichText, RoomId, SeatId, TextBlock, TextRun } from '@werkraum/protocol';
import type { ById } from '../records.ts';

/** A run of text together with who wrote it, as far as that is known. Nobody is shown who; erasing a person needs it. */
export type WrittenRun = TextRun & { by?: SeatId };

type Written<Block> = Block extends { items: readonly (infer Item)[] }
  ? Omit<Block, 'items'> & { items: readonly (Omit<Item, 'runs'> & { runs: readonly WrittenRun[] })[] }
  : Omit<Block, 'runs'> & { runs: readonly WrittenRun[] };

/** A block of a rich text whose runs name their author. */
export type WrittenBlock = Written<TextBlock>;
export type WrittenText = readonly WrittenBlock[];

/** What one person wrote at one place. */
export interface OwnWords {
  /** Theirs of the text as it is now, and nobody else's. */
  text: RichText;
  /** Lines of theirs that stand in kept versions alone, oldest first. */
  earlier: readonly string[];
}

/** A table's wish to show its notes, until the house has read them. */
export interface Handing {
  phaseId: PhaseId;
  label: string;
  by: SeatId;
  at: Instant;
}

/** What a table has handed over. */
export interface Handed extends Handing {
  text: WrittenText;
}

/**
 * What the log knows of notes: what was handed over. The notes themselves are no facts; they are kept where they are written
 * together (`ports/notes.ts`).
 */
export interface Notes {
  asked: ById<RoomId, Handing>;
  handed: ById<RoomId, Handed>;
}

export type NotesFact =
  | { type: 'notes-handing-asked'; roomId: RoomId; phaseId: PhaseId; label: string; by: SeatId; at: Instant }
  /** There was nothing to hand over, or it could not be read. */
  | { type: 'notes-handing-dropped'; roomId: RoomId }
  | { type: 'notes-handed-over'; roomId: RoomId; text: WrittenText };
