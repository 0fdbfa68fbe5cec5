import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { createKeeper } from './keeper.ts';
import { createMedium, type Medium } from './medium.ts';
import type { Answer, Question } from './messages.ts';
import { databaseFile, removeDatabases } from './testing.ts';

describe('the order of business', () => {
  let medium: Medium;
  let answers: Answer[];
  let commits: number[];
  let keeper: ReturnType<typeof createKeeper>;

  beforeEach(() => {
    answers = [];
    commits = [];
    const file = databaseFile();
    medium = createMedium(file, openDatabase(file), () => {});
    keeper = createKeeper(medium, (some, commit) => {
      answers.push(...some);
      if (commit) commits.push(commit.entries);
    });
  });
  afterEach(() => {
    medium.close();
    removeDatabases();
  });

  const append = (id: number, sessionId: string, expectedVersion: number, count = 1): Question => ({
    id,
    kind: 'append',
    body: { sessionId, facts: Array(count).fill('{}'), at: 1, by: 'house', command: null, expectedVersion },
  });
  const read = (id: number, sessionId: string): Question => ({ id, kind: 'read', body: { sessionId, format: 1 } });
  const answered = () => answers.map(({ id }) => id);
  async function until(id: number) {
    while (!answered().includes(id)) await nextTurn();
  }

  test('[KE-6] everything in the inbox is one transaction', async () => {
    keeper.take([append(1, 'a', 0), append(2, 'b', 0)]);
    keeper.take([append(3, 'a', 1)]);
    await until(3);
    expect(commits).toEqual([3]);
  });

  test('[KE-7] appends that arrive while a long log is read do not wait for its end', async () => {
    keeper.take([append(1, 'long', 0, 5_000)]);
    await until(1);
    keeper.take([read(2, 'long')]);
    await nextTurn();
    keeper.take([append(3, 'other', 0)]);
    await until(3);
    keeper.take([append(4, 'other', 1)]);
    await until(4);
    await until(2);
    expect(answered()).toEqual([1, 3, 4, 2]);
  });

  test('[KE-7] appends that arrive while a long log is deleted do not wait for its end', async () => {
    keeper.take([append(1, 'long', 0, 9_000)]);
    await until(1);
    keeper.take([{ id: 2, kind: 'delete', body: { sessionId: 'long' } }]);
    await nextTurn();
    keeper.take([append(3, 'long', 0), append(4, 'other', 0)]);
    await until(3);
    expect(answered()).toEqual([1, 4, 2, 3]);
  });

  test('[KE-7] a read that is overtaken by the deletion of its session finds nothing', async () => {
    keeper.take([append(1, 'long', 0, 5_000)]);
    await until(1);
    keeper.take([read(2, 'long')]);
    await nextTurn();
    keeper.take([{ id: 3, kind: 'delete', body: { sessionId: 'long' } }]);
    await until(2);
    expect(answers.at(-1)).toEqual({ id: 2, ok: true, value: { kind: 'none' } });
  });
});
