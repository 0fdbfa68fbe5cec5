import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyMergePatch, diff } from './merge-patch.ts';
import type { Json } from './wire.ts';

const withoutNull = fc.letrec<{ json: Json; doc: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    fc.boolean(),
    fc.integer(),
    fc.string(),
    fc.array(fc.oneof(fc.integer(), tie('doc')), { maxLength: 3 }),
    tie('doc'),
  ),
  doc: fc.dictionary(fc.oneof(fc.constantFrom('a', 'b', '__proto__', 'constructor'), fc.string()), tie('json'), {
    maxKeys: 5,
  }),
})).doc;

test('[WI-14] a patch turns one document into the other', () => {
  fc.assert(
    fc.property(withoutNull, withoutNull, (before, after) => {
      const patch = diff(before, after);
      const plain = (json: Json) => JSON.parse(JSON.stringify(json));
      expect(plain(patch === undefined ? before : applyMergePatch(before, plain(patch)))).toEqual(plain(after));
    }),
  );
});

test('[WI-14] documents that are alike need no patch', () => {
  expect(diff({ a: { b: [1, { c: 2 }] } }, { a: { b: [1, { c: 2 }] } })).toBeUndefined();
  expect(diff({ a: 1, b: undefined }, { a: 1 })).toBeUndefined();
});

test('[WI-14] what did not change keeps its identity', () => {
  const before = { people: { ada: { name: 'Ada' }, ben: { name: 'Ben' } } };
  const after = applyMergePatch(before, { people: { ben: { name: 'Benno' } } }) as typeof before;
  expect(after.people.ada).toBe(before.people.ada);
});

test('[WI-14] a hostile key stays a plain property', () => {
  const patched = applyMergePatch({}, JSON.parse('{"__proto__":{"polluted":true}}'));
  expect(Object.getPrototypeOf(patched)).toBe(Object.prototype);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
