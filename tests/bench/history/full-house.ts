import { makeSecret, type SessionId } from '@werkraum/protocol';
import { openFirst } from '@werkraum/server/src/adapters/sqlite/database.ts';
import { createLogWriter, type LogWriter } from '@werkraum/server/src/adapters/sqlite/log-writer.ts';
import { STATE_FORMAT } from '@werkraum/server/src/domain/session.ts';
import { type LivelySession, livelySession } from './lively-session.ts';

export interface FullHouse {
  sessions: number;
  /** Of each session. */
  facts: number;
  /** Between two snapshots of a session. */
  snapshotEvery: number;
}

/** Two hours for 2,000 facts. */
const EVERY_MS = 3_600;
const TEMPLATE = 'session-of-this-name-'.padEnd(22, '0') as SessionId;

/**
 * Writes a database as a server leaves it that was killed while all these sessions were running: their facts lie as they came,
 * everybody's first, everybody's second …, and each session's newest snapshot is up to `snapshotEvery` facts old.
 */
export function buildFullHouse(file: string, { sessions, facts, snapshotEvery }: FullHouse): void {
  const { lock, database } = openFirst(file);
  const writer = createLogWriter(database);
  const model = livelySession(TEMPLATE, facts, Date.now(), EVERY_MS);
  const ids = Array.from({ length: sessions }, makeSecret);
  let version = 0;
  for (const { facts: some, at, by, commandId } of model.entries) {
    const said = some.map((fact) => JSON.stringify(fact));
    const entry = { at, by, command: commandId ?? null, expectedVersion: version };
    writer.write(
      ids.map((sessionId) => ({ ...entry, sessionId, facts: said.map((text) => text.replace(TEMPLATE, sessionId)) })),
    );
    version += some.length;
  }
  ids.forEach((id, index) => {
    keepSnapshot(writer, model, id, version - Math.floor((index * snapshotEvery) / sessions));
  });
  database.close();
  lock.close();
}

function keepSnapshot(writer: LogWriter, model: LivelySession, sessionId: string, version: number): void {
  const commandIds = JSON.stringify(model.commandsBefore(version));
  const state = JSON.stringify(model.at(version)).replace(TEMPLATE, sessionId);
  writer.keepSnapshots([{ sessionId, snapshot: { version, format: STATE_FORMAT, state, commandIds } }]);
}
