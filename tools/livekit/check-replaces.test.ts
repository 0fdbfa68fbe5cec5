import { expect, test } from 'vitest';
import { compareReplaces } from './check-replaces.ts';

const theirs = 'module x\n\nreplace a/v4 => b/v4 v4.1.0\nreplace (\n\tc => d v1.0.0 // a fork\n)\n';

test('the same replaces in either spelling are right', () => {
  expect(compareReplaces('replace c => d v1.0.0\nreplace a/v4  =>  b/v4 v4.1.0\n', theirs)).toEqual([]);
});

test('a missing, an outdated and a needless line are each named', () => {
  expect(compareReplaces('replace a/v4 => b/v4 v4.0.0\n', theirs)).toEqual([
    'missing: replace a/v4 => b/v4 v4.1.0',
    'missing: replace c => d v1.0.0',
    "not in the server's go.mod: replace a/v4 => b/v4 v4.0.0",
  ]);
});
