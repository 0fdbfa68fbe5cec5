import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { audit } from './audit.ts';
import { openDatabase } from './database.ts';
import { createLogWriter, type LogWriter } from './log-writer.ts';
import { databaseFile, removeDatabases } from './testing.ts';

let database: DatabaseSync;
let writer: LogWriter;

beforeEach(() => {
  database = openDatabase(databaseFile());
  writer = createLogWriter(database);
});
afterEach(() => {
  database.close();
  removeDatabases();
});

const entry = (sessionId: string, expectedVersion: number, count: number) => ({
  ...{ sessionId, expectedVersion, at: 1, by: 'house', command: null },
  facts: Array.from({ length: count }, (_, index) => `${expectedVersion + index + 1}`),
});

/** What an audit tells, with something happening between its slices. */
function audited(meanwhile: () => void = () => {}): string[] {
  const told: string[] = [];
  const work = audit(database, (session, version) => told.push(`${session} ${version}`));
  while (!work.next().done) meanwhile();
  return told;
}

test('[KE-10] an audit of sound logs has nothing to tell, also while they grow', () => {
  writer.write([entry('a', 0, 150), entry('b', 0, 149), entry('a', 150, 3)]);
  let version = 153;
  const growing = () => {
    if (version < 600) version += writer.write([entry('a', version, 150)]).results.length * 150;
  };
  expect(audited(growing)).toEqual([]);
  expect(version).toBe(603);
});

test('[KE-10] an audit names each broken session once, with the lowest version that is wrong', () => {
  writer.write([entry('a', 0, 4), entry('b', 0, 4), entry('c', 0, 4), entry('a', 4, 1), entry('d', 0, 2)]);
  const changes: [change: string, ...told: string[]][] = [
    ["UPDATE facts SET fact = '9' WHERE session = 'b' AND version IN (2, 4)", 'b 2'],
    ["UPDATE facts SET at = 2, by = 'eve' WHERE session = 'a' AND version = 3", 'a 3'],
    ["DELETE FROM facts WHERE session = 'b' AND version = 2", 'b 2'],
    ["DELETE FROM facts WHERE session = 'c' AND version = 4", 'c 4'],
    ["DELETE FROM facts WHERE session = 'd'", 'd 1'],
    ["UPDATE heads SET hash = x'00' WHERE session = 'c'", 'c 5'],
    ["UPDATE facts SET session = 'x' WHERE session = 'a' AND version = 5", 'x 1', 'a 5'],
  ];
  for (const [change, ...told] of changes) {
    database.exec(`BEGIN; ${change}`);
    expect([change, ...audited()]).toEqual([change, ...told]);
    database.exec('ROLLBACK');
  }
  expect(audited()).toEqual([]);
});
