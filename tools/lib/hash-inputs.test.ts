import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashInputs } from './hash-inputs.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'werkraum-hash-'));
  mkdirSync(join(root, 'src', 'deep'), { recursive: true });
  writeFileSync(join(root, 'src', 'deep', 'a.ts'), 'one');
  writeFileSync(join(root, 'config.ts'), 'two');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const hash = () => hashInputs(root, ['src', 'config.ts', 'not-there']);

test('a changed, a moved and a new file each change the hash; nothing else does', () => {
  const before = hash();
  writeFileSync(join(root, 'README.md'), 'not an input');
  expect(hash()).toBe(before);
  writeFileSync(join(root, 'src', 'deep', 'a.ts'), 'other');
  const changed = hash();
  renameSync(join(root, 'src', 'deep', 'a.ts'), join(root, 'src', 'deep', 'b.ts'));
  const moved = hash();
  writeFileSync(join(root, 'not-there'), '');
  expect(new Set([before, changed, moved, hash()]).size).toBe(4);
});
