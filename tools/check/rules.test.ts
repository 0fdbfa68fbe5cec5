import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { brokenRules, quotedIn, rulesIn } from './rules.ts';

// Put together so that this file itself quotes nothing.
const quote = (...ids: string[]) => `test('[${ids.join(', ')}] something', () => {});`;

test('rules are read from the spec and quotations from the names of tests', () => {
  const [open, close] = ['[', ']'];
  expect(rulesIn(`# A\n\n- **AA-1** One.\n- **${open}AA-2${close}** Two, see **AA-1**.\n`)).toEqual(['AA-1', 'AA-2']);
  expect(quotedIn(`${quote('AA-1', 'AA-2')}\n${quote('BB-3')} list[0]`)).toEqual(['AA-1', 'AA-2', 'BB-3']);
});

test('a rule without a test, a quotation of nothing, and a rule told twice are found', () => {
  const root = mkdtempSync(join(tmpdir(), 'rules-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'docs/spec'), { recursive: true });
  writeFileSync(join(root, 'docs/spec/a.md'), '- **AA-1** One.\n- **AA-2** Two.\n- **AA-2** Two again.\n');
  writeFileSync(join(root, 'a.test.ts'), quote('AA-2', 'AA-7'));

  expect(brokenRules(root, ['docs/spec/a.md', 'a.test.ts'])).toEqual([
    'AA-1: no test quotes it',
    'AA-2: stands in the spec twice',
    'a.test.ts: quotes AA-7, which is no rule',
  ]);
});
