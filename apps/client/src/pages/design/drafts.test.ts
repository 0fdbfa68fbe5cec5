import { modelWorkshop } from '@werkraum/protocol';
import { afterEach, expect, test } from 'vitest';
import { fromTemplate } from './draft.ts';
import { createDraftShelf, type KeptDraft } from './drafts.ts';

const draft = fromTemplate(modelWorkshop('en'));
const kept = (id: string, revision: number, changedAt = revision): KeptDraft => ({ id, draft, revision, changedAt });
const shelf = createDraftShelf(localStorage);
afterEach(() => localStorage.clear());

test('[DE-7] drafts are there next time, the newest first', () => {
  expect(shelf.write(kept('a', 1, 10))).toBe('kept');
  expect(shelf.write(kept('b', 1, 20))).toBe('kept');
  expect(shelf.read('a')).toEqual(kept('a', 1, 10));
  expect(shelf.list().map(({ id }) => id)).toEqual(['b', 'a']);
  shelf.drop('b');
  expect(shelf.list().map(({ id }) => id)).toEqual(['a']);
});

test('[DE-8] a tab that did not see the last write does not write over it, unless told to', () => {
  shelf.write(kept('a', 1));
  shelf.write(kept('a', 2));
  expect(shelf.write(kept('a', 2))).toBe('changed');
  expect(shelf.write(kept('a', 1))).toBe('changed');
  expect(shelf.write(kept('a', 3))).toBe('kept');
  expect(shelf.write(kept('a', 3), true)).toBe('kept');
});

test('[DE-7] full, blocked or missing storage is said, not hidden', () => {
  const full = new Proxy(localStorage, {
    get: (target, key) =>
      key === 'setItem'
        ? () => {
            throw new DOMException('full', 'QuotaExceededError');
          }
        : Reflect.get(target, key).bind?.(target),
  });
  expect(createDraftShelf(full).write(kept('a', 1))).toBe('full');
  expect(createDraftShelf(undefined).write(kept('a', 1))).toBe('full');
  expect(createDraftShelf(undefined).list()).toEqual([]);
});

test.each([
  '',
  '{',
  '[]',
  '{"id":"a","draft":{"plan":{"phases":[]}}}',
  JSON.stringify({ ...kept('a', 1), draft: { plan: draft.plan } }),
])('what cannot be read is left out: %j', (text) => {
  localStorage.setItem('werkraum.design.a', text);
  expect(shelf.read('a')).toBeUndefined();
  expect(shelf.list()).toEqual([]);
  expect(localStorage.getItem('werkraum.design.a')).toBe(text);
});

test('[DE-8] a write of another tab is heard', () => {
  const heard: unknown[] = [];
  const stop = shelf.watch('a', (other) => heard.push(other?.revision));
  const say = (key: string, value: string | null) =>
    dispatchEvent(Object.assign(new Event('storage'), { key, newValue: value }));
  say('werkraum.design.a', JSON.stringify(kept('a', 7)));
  say('werkraum.design.b', JSON.stringify(kept('b', 8)));
  stop();
  say('werkraum.design.a', JSON.stringify(kept('a', 9)));
  expect(heard).toEqual([7]);
});
