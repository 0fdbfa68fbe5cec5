import { writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase, openFirst } from './database.ts';
import { createLogReader } from './log-reader.ts';
import { createLogWriter } from './log-writer.ts';
import { takeBack, tornHeads } from './recovery.ts';
import { MIGRATIONS, migrate } from './schema.ts';
import { databaseFile, removeDatabases } from './testing.ts';

let file: string;
let database: DatabaseSync;

beforeEach(() => {
  file = databaseFile();
  database = openDatabase(file);
});
afterEach(() => {
  if (database.isOpen) database.close();
  removeDatabases();
});

const entry = (sessionId: string, expectedVersion: number, ...facts: string[]) => ({
  sessionId,
  facts,
  at: 1,
  by: 'house',
  command: null,
  expectedVersion,
});

function read(session: string, from = database) {
  const work = createLogReader(from).read(session, 1);
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}

describe('getting well again', () => {
  test('[KE-13] takes back what was not acknowledged, and the logs are sound', () => {
    const writer = createLogWriter(database);
    writer.write([entry('a', 0, '1', '2'), entry('b', 0, '1')]);
    const acknowledged = writer.lastRow();
    writer.write([entry('a', 2, '3'), entry('c', 0, '1'), entry('a', 3, '4', '5')]);

    takeBack(database, acknowledged);

    expect(read('a')).toMatchObject({ kind: 'log', version: 2, facts: [{ fact: '1' }, { fact: '2' }] });
    expect(read('b')).toMatchObject({ kind: 'log', version: 1 });
    expect(read('c')).toEqual({ kind: 'none' });
    expect(writer.write([entry('a', 2, 'three'), entry('c', 0, 'one')]).results).toEqual([
      { kind: 'appended', version: 3 },
      { kind: 'appended', version: 1 },
    ]);
    expect(read('a')).toMatchObject({ kind: 'log', version: 3 });
  });

  test('[KE-10] names the sessions whose end is not where their head says', () => {
    createLogWriter(database).write([entry('a', 0, '1', '2'), entry('b', 0, '1')]);
    database.exec("DELETE FROM facts WHERE session = 'a' AND version = 2");
    expect(tornHeads(database)).toEqual(['a']);
    expect(read('a')).toEqual({ kind: 'damaged', atVersion: 2 });
  });

  test('[KE-10] notices whatever is altered in a row', () => {
    createLogWriter(database).write([entry('a', 0, '1', '2', '3', '4')]);
    const changes = ["fact = '9'", 'at = 2', "by = 'eve'", "command = 'x'", 'version = 7', "session = 'b'"];
    for (const change of changes) {
      database.exec(`BEGIN; UPDATE facts SET ${change} WHERE id = 2`);
      expect([change, read('a')]).toEqual([change, { kind: 'damaged', atVersion: 2 }]);
      database.exec('ROLLBACK');
    }
    // Whoever loses the way back cannot trust what lies beyond.
    database.exec('BEGIN; UPDATE facts SET prev = 3 WHERE id = 2');
    expect(read('a')).toEqual({ kind: 'damaged', atVersion: 1 });
    database.exec('ROLLBACK');
    expect(read('a')).toMatchObject({ kind: 'log' });
  });
});

describe('the tables', () => {
  test('[KE-15] older ones are migrated, step by step', () => {
    const steps = [...MIGRATIONS, 'CREATE TABLE later (x) STRICT', 'INSERT INTO later VALUES (1)'];
    createLogWriter(database).write([entry('a', 0, '1')]);
    migrate(
      database,
      steps.map((step) => step.replace('(x)', '(x INTEGER)')),
    );
    migrate(database, steps);
    expect(database.prepare('SELECT count(*) AS n FROM later').get()).toEqual({ n: 1 });
    expect(read('a')).toMatchObject({ kind: 'log', version: 1 });
  });

  test('[KE-15] facts outlive the change of the snapshots', () => {
    const old = new DatabaseSync(':memory:');
    migrate(old, MIGRATIONS.slice(0, 1));
    old.exec("INSERT INTO snapshots VALUES ('a', 1, 1, '{}', x'00')");
    createLogWriter(database).write([entry('a', 0, '1')]);
    const [row, head] = ['facts', 'heads'].map((table) => database.prepare(`SELECT * FROM ${table}`).get());
    for (const [table, values] of [
      ['facts', row],
      ['heads', head],
    ] as const) {
      const all = Object.values(values ?? {});
      old.prepare(`INSERT INTO ${table} VALUES (${all.map(() => '?')})`).run(...all);
    }
    migrate(old);
    expect(read('a', old)).toEqual(read('a'));
    expect(old.prepare('SELECT count(*) AS n FROM snapshots').get()).toEqual({ n: 0 });
    old.close();
  });

  test('[KE-15] a step that fails changes nothing', () => {
    expect(() => migrate(database, [...MIGRATIONS, 'CREATE TABLE later (x INTEGER) STRICT', 'nonsense'])).toThrow();
    expect(() => database.prepare('SELECT * FROM later')).toThrow('no such table');
    expect(() => migrate(database)).not.toThrow();
  });

  test('[KE-15] a file of newer code is refused with one line', () => {
    database.exec('UPDATE schema SET version = 99');
    database.close();
    expect(() => openFirst(file)).toThrow(`${file} was written by a newer version of Werkraum`);
  });

  test('[KE-15] a file that is no database is refused with one line', () => {
    const text = databaseFile();
    writeFileSync(text, 'The minutes of our last meeting. '.repeat(100));
    expect(() => openFirst(text)).toThrow(`${text} is not a database`);
  });
});
