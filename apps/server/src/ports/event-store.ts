import type { CommandId, Instant, SeatId, SessionId } from '@werkraum/protocol';
import type { Fact, Session } from '../domain/session.ts';

/** A fact as it is kept: which command caused it, who sent that, and when it was decided. */
export interface StoredFact {
  /** 1 for a session's first fact, then without gaps. */
  version: number;
  fact: Fact;
  at: Instant;
  by: SeatId | 'house';
  commandId?: CommandId;
}

/** What one command asks to be written: its facts, all or none of them. */
export interface Entry {
  facts: readonly Fact[];
  at: Instant;
  by: SeatId | 'house';
  commandId?: CommandId;
}

/** A session's folded state at one version, so that a read need not begin with the first fact. */
export interface Snapshot {
  version: number;
  /** `STATE_FORMAT` of the code that wrote it; another format is ignored. */
  format: number;
  state: Session;
  /** Ids of the commands among the facts it covers that a client may still repeat. */
  commandIds: readonly CommandId[];
}

export interface SessionLog {
  /** The newest usable snapshot, if any; `facts` then begin after it. */
  snapshot?: Snapshot;
  facts: readonly StoredFact[];
  version: number;
}

export type AppendResult =
  | { kind: 'appended'; version: number }
  /** Somebody else has written; read again and decide again. */
  | { kind: 'conflict' }
  /** Nothing was written. `full`: no space. `broken`: the medium failed; the store is trying to get well again. */
  | { kind: 'not-saved'; why: 'full' | 'broken' };

export type ReadResult =
  | { kind: 'log'; log: SessionLog }
  | { kind: 'none' }
  /** The chain of hashes is broken at this version, among the facts that had to be read: others are not concerned. */
  | { kind: 'damaged'; atVersion: number };

/** How the chain of a session stands at one of its facts. */
export type ChainResult =
  /** `hash`: what the fact at this version and all before it are chained to; 64 hexadecimal digits. */
  | { kind: 'chained'; version: number; hash: string }
  | { kind: 'none' }
  /** The chain is broken at this version, somewhere from the first fact to the last. */
  | { kind: 'damaged'; atVersion: number };

/**
 * The memory of the house. Append is all-or-nothing, refuses a stale version, and resolves only after the medium has it.
 * Each fact is chained to its predecessor by a hash. What is asked about one session takes effect in the order in which it was
 * asked, so appends may follow each other without waiting. `append` never rejects; the others reject when the
 * medium cannot be read or the store is closed. The rules are in `docs/spec/keeping.md`, the contract in
 * `event-store.contract.ts`.
 */
export interface EventStore {
  /** Every session that has a log, without reading the logs. */
  sessions(): Promise<readonly SessionId[]>;
  read(sessionId: SessionId, format: number): Promise<ReadResult>;
  /**
   * The hash of the chain at the last fact of this kind [KE-26], checked anew from the first fact to the last. `none` when there is no
   * such fact. The same facts in the same place give the same hash; anything else gives another.
   */
  chainAt(sessionId: SessionId, kind: Fact['type']): Promise<ChainResult>;
  /**
   * `expectedVersion` 0 creates the log. Entries that arrive together are made durable together. After `not-saved`, entries
   * that were decided on top of this one are refused as well: as `not-saved`, or as `conflict` once the store is well.
   */
  append(sessionId: SessionId, entry: Entry, expectedVersion: number): Promise<AppendResult>;
  /** Best effort and never rejects; a lost snapshot costs time, never facts. */
  keepSnapshot(sessionId: SessionId, snapshot: Snapshot): Promise<void>;
  /**
   * Puts these facts in the place of a session's whole log, for the one case in which what has happened must be forgotten: a person
   * is erased [KE-18]. Versions count anew from 1, the chain is made anew, snapshots go. Once `replaced`, no byte of what was there
   * before and is not among these facts remains. `conflict`: the log is not at this version, nothing has changed. Rejects
   * when it could not; to be repeated.
   */
  replace(
    sessionId: SessionId,
    facts: readonly StoredFact[],
    expectedVersion: number,
  ): Promise<'replaced' | 'conflict'>;
  /** Removes everything of the session, for good: once resolved, no byte of it remains. Rejects when it could not; to be repeated. */
  delete(sessionId: SessionId): Promise<void>;
  /** Called when the store stops or starts being able to write. Returns the way to stop listening. */
  onHealth(listen: (saving: boolean) => void): () => void;
  /** Finishes the appends that were asked for, then lets go of the medium. */
  close(): Promise<void>;
}
