import type { AppendResult, ChainResult } from '../../ports/event-store.ts';

/** A fact as it travels between the loop and the worker: JSON text, which is cheaper to copy than objects. */
export interface KeptFact {
  version: number;
  at: number;
  by: string;
  command: string | null;
  fact: string;
}

export interface KeptSnapshot {
  version: number;
  format: number;
  state: string;
  /** JSON, too. */
  commandIds: string;
}

export type KeptLog =
  | { kind: 'log'; version: number; snapshot?: KeptSnapshot; facts: readonly KeptFact[] }
  | { kind: 'none' }
  | { kind: 'damaged'; atVersion: number };

export interface AppendAsked {
  sessionId: string;
  facts: readonly string[];
  at: number;
  by: string;
  command: string | null;
  expectedVersion: number;
}

export interface SnapshotAsked {
  sessionId: string;
  snapshot: KeptSnapshot;
}

/** A whole log to stand in the place of another; `facts` are in order. */
export interface ReplaceAsked {
  sessionId: string;
  facts: readonly Omit<KeptFact, 'version'>[];
  expectedVersion: number;
}

/** What the loop asks of the worker, and what it is answered. */
export interface Asked {
  append: AppendAsked;
  read: { sessionId: string; format: number };
  'chain-at': { sessionId: string; kind: string };
  sessions: Record<never, never>;
  'keep-snapshot': SnapshotAsked;
  replace: ReplaceAsked;
  delete: { sessionId: string };
  close: Record<never, never>;
}

export interface Answered {
  append: AppendResult;
  read: KeptLog;
  'chain-at': ChainResult;
  sessions: readonly string[];
  'keep-snapshot': undefined;
  replace: 'replaced' | 'conflict';
  delete: undefined;
  close: undefined;
}

export type Question = { [Kind in keyof Asked]: { id: number; kind: Kind; body: Asked[Kind] } }[keyof Asked];
export type QuestionOf<Kind extends keyof Asked> = Extract<Question, { kind: Kind }>;

export type Answer = { id: number; ok: true; value: Answered[keyof Answered] } | { id: number; ok: false; why: string };

/** A transaction that made this many entries durable, and how long it took. */
export interface Commit {
  entries: number;
  ms: number;
}

export type WorkerMessage =
  | { kind: 'ready' }
  /** The file cannot be used; the worker has ended. */
  | { kind: 'unusable'; why: string }
  | { kind: 'answers'; answers: readonly Answer[]; commit?: Commit }
  | { kind: 'health'; saving: boolean }
  | { kind: 'problem'; text: string };
