import type { Command, Instant, React, Reply, Spoke, VideoKey, VideoTokenReply } from '@werkraum/protocol';
import type { NotesLine } from './notes-line.ts';
import type { RoomStore } from './room-store.ts';
import type { Ticker } from './ticker.ts';

export type Send = (command: Command) => Promise<Reply>;
export type RequestVideoToken = (key: VideoKey) => Promise<VideoTokenReply>;

/** A seat's line to its session: what was heard, what can be said, and the time. */
export interface Connection {
  store: RoomStore;
  ticker: Ticker;
  /** The server's time now, to the millisecond. */
  serverNow(): Instant;
  send: Send;
  requestVideoToken: RequestVideoToken;
  /** Tells the own speaking time; without a line it is not told, and the next one says it all. */
  tell: (spoke: Spoke) => void;
  /** Gives a fleeting sign to those at the same place; without a line nobody sees it. */
  react: (reaction: React) => void;
  notes: NotesLine;
  /** Hangs up for good. */
  close(): void;
}
