import type { DatabaseSync } from 'node:sqlite';
import type { AppendResult } from '../../ports/event-store.ts';
import { openDatabase, withoutWaiting } from './database.ts';
import { isBusy, textOf, whyNotSaved } from './failure.ts';
import { createLogReader, type LogReader } from './log-reader.ts';
import { createLogWriter, type LogWriter } from './log-writer.ts';
import type { AppendAsked, Commit, WorkerMessage } from './messages.ts';
import { probe, takeBack, tornHeads } from './recovery.ts';

const RETRY_MS = 1_000;

interface Written {
  results: readonly AppendResult[];
  /** Absent when nothing was written. */
  commit?: Commit;
}

/** The open database together with the knowledge whether it can be written to. */
export interface Medium {
  database(): DatabaseSync;
  /** Changes whenever rows may have gone: reads under way must start anew. */
  generation(): number;
  /** One transaction. Never throws: when it fails, nothing was written and every entry is answered so. */
  write(appends: readonly AppendAsked[]): Written;
  reader(): LogReader;
  writer(): LogWriter;
  /** To be called after rows were deleted. */
  rowsGone(): void;
  /** To be called when something else than `write` could not be written. */
  failed(error: unknown): void;
  close(): undefined;
}

export function createMedium(file: string, opened: DatabaseSync, tell: (message: WorkerMessage) => void): Medium {
  let database = opened;
  let reader = createLogReader(database);
  let writer = createLogWriter(database);
  let acknowledged = writer.lastRow();
  let generation = 0;
  let trouble: 'full' | 'broken' | undefined;
  let retry: NodeJS.Timeout | undefined;

  const problem = (text: string) => tell({ kind: 'problem', text });
  examine();

  /** Says early what a read would find; a table that cannot be searched must not keep the others from being read. */
  function examine(): void {
    try {
      for (const session of tornHeads(database)) problem(`session ${session}: the end of its log is damaged`);
    } catch (error) {
      problem(`cannot examine the logs: ${textOf(error)}`);
    }
  }

  /** A fresh connection before the old one goes, so that reading survives when opening fails. */
  function reopen(): void {
    const fresh = openDatabase(file);
    reader = createLogReader(fresh);
    writer = createLogWriter(fresh);
    const old = database;
    database = fresh;
    generation++;
    old.close();
  }

  function failed(error: unknown): void {
    if (!trouble) tell({ kind: 'health', saving: false });
    trouble = whyNotSaved(error);
    problem(`cannot save: ${textOf(error)}`);
    clearTimeout(retry);
    // Without space or behind a lock the connection is sound; after anything else it is not to be trusted.
    retry = setTimeout(recover, RETRY_MS, trouble === 'broken' && !isBusy(error)).unref();
  }

  function recover(suspect: boolean): void {
    try {
      if (suspect) reopen();
      withoutWaiting(database, () => {
        takeBack(database, acknowledged);
        probe(database);
      });
      if (writer.lastRow() < acknowledged) problem('facts that were acknowledged are gone');
      examine();
    } catch (error) {
      failed(error);
      return;
    }
    acknowledged = writer.lastRow();
    generation++;
    trouble = undefined;
    tell({ kind: 'health', saving: true });
  }

  function commit(appends: readonly AppendAsked[]): Written {
    const began = performance.now();
    const { results, lastRow } = writer.write(appends);
    const ms = performance.now() - began;
    acknowledged = lastRow;
    const entries = results.filter(({ kind }) => kind === 'appended').length;
    return { results, ...(entries > 0 && { commit: { entries, ms } }) };
  }

  function write(appends: readonly AppendAsked[]): Written {
    try {
      if (!trouble) return commit(appends);
    } catch (error) {
      failed(error);
    }
    return { results: appends.map(() => ({ kind: 'not-saved', why: trouble ?? 'broken' })) };
  }

  return {
    database: () => database,
    generation: () => generation,
    write,
    reader: () => reader,
    writer: () => writer,
    rowsGone: () => {
      acknowledged = writer.lastRow();
      generation++;
    },
    failed,
    close: () => {
      clearTimeout(retry);
      database.close();
      return undefined;
    },
  };
}
