import { setImmediate as nextLoop } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { CommandId, SeatId, SessionId } from '@werkraum/protocol';
import type { Fact, Session } from '../../domain/session.ts';
import type { Entry, EventStore, ReadResult, SessionLog, Snapshot, StoredFact } from '../../ports/event-store.ts';
import type { AppendAsked, KeptFact, KeptLog, KeptSnapshot } from './messages.ts';
import { type SqliteOptions, startWorker } from './worker-client.ts';

/** So many facts are decoded before the loop gets its turn. */
const DECODE_FACTS = 500;

const storable = (sessionId: SessionId, entry: Entry, expectedVersion: number): AppendAsked => ({
  sessionId,
  facts: entry.facts.map((fact) => JSON.stringify(fact)),
  at: entry.at,
  by: entry.by,
  command: entry.commandId ?? null,
  expectedVersion,
});

const storedAnew = ({ fact, at, by, commandId }: StoredFact) => ({
  ...{ at, by, command: commandId ?? null },
  fact: JSON.stringify(fact),
});

const stored = ({ version, at, by, command, fact }: KeptFact): StoredFact => ({
  version,
  fact: JSON.parse(fact) as Fact,
  at,
  by: by as SeatId | 'house',
  ...(command !== null && { commandId: command as CommandId }),
});

const thawed = ({ version, format, state, commandIds }: KeptSnapshot): Snapshot => ({
  version,
  format,
  state: JSON.parse(state) as Session,
  commandIds: JSON.parse(commandIds) as readonly CommandId[],
});

async function decoded(kept: Extract<KeptLog, { kind: 'log' }>): Promise<SessionLog> {
  const facts: StoredFact[] = [];
  for (const fact of kept.facts) {
    facts.push(stored(fact));
    if (facts.length % DECODE_FACTS === 0) await nextLoop();
  }
  const { snapshot } = kept;
  return {
    ...(snapshot && { snapshot: thawed(snapshot) }),
    facts,
    version: kept.version,
  };
}

/**
 * Opens the store in one file, in a thread of its own. Rejects with `StoreUnusable`, whose message is one line for the operator,
 * when the file is held by another process, is no database, or was written by a newer version.
 */
export async function openSqliteEventStore(options: SqliteOptions): Promise<EventStore> {
  const worker = await startWorker(
    new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: options.file,
      execArgv: [],
    }),
    options,
  );
  const { ask } = worker;
  return {
    sessions: async () => (await ask('sessions', {})) as readonly SessionId[],
    read: async (sessionId, format): Promise<ReadResult> => {
      const kept = await ask('read', { sessionId, format });
      return kept.kind === 'log' ? { kind: 'log', log: await decoded(kept) } : kept;
    },
    chainAt: (sessionId, kind) => ask('chain-at', { sessionId, kind }),
    append: (sessionId, entry, expectedVersion) => worker.append(storable(sessionId, entry, expectedVersion)),
    keepSnapshot: async (sessionId, { version, format, state, commandIds }) => {
      const texts = { state: JSON.stringify(state), commandIds: JSON.stringify(commandIds) };
      const snapshot = { version, format, ...texts };
      await ask('keep-snapshot', { sessionId, snapshot }).catch(options.report);
    },
    replace: (sessionId, facts, expectedVersion) =>
      ask('replace', { sessionId, facts: facts.map(storedAnew), expectedVersion }),
    delete: async (sessionId) => ask('delete', { sessionId }),
    onHealth: worker.onHealth,
    close: worker.close,
  };
}
