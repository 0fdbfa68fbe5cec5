import type { DeckKind, FileId } from '@werkraum/protocol';

/** What a deck consists of, as its views name it. */
export interface DeckFiles {
  kind: DeckKind;
  files: readonly FileId[];
}

/** Why slides cannot be drawn: nobody answers, they may not be read any more, or the file is beyond us. */
export type DeckProblem = 'unreachable' | 'gone' | 'broken';

/** Thrown by sources and decks for what people can be told. */
export class DeckTrouble extends Error {
  readonly problem: DeckProblem;
  constructor(problem: DeckProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** Told how much of a file has come; the total is unknown now and then. */
export type Progress = (loaded: number, total: number | undefined) => void;

export interface FileRequest {
  signal: AbortSignal;
  progress?: Progress | undefined;
}

/** Where the bytes of a deck come from. Throws `DeckTrouble`. */
export type FileSource = (fileId: FileId, request: FileRequest) => Promise<Blob>;

/** The room a page has, in device pixels. */
export interface Box {
  width: number;
  height: number;
}

/** A deck that was opened. Pages are counted from one. */
export interface Deck {
  /** Draws a page as large as fits. */
  draw(page: number, box: Box, signal: AbortSignal): Promise<HTMLCanvasElement>;
  /** Lays the words of a page over its picture, for reading aloud and selecting. Absent where there are none. */
  lay?(page: number, container: HTMLElement, width: number, signal: AbortSignal): Promise<void>;
  close(): void;
}

/** The size of something `width` by `height`, made as large as fits. Whole pixels, at least one. */
export function fitted({ width, height }: Box, box: Box): Box {
  const scale = Math.min(box.width / width, box.height / height);
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
}
