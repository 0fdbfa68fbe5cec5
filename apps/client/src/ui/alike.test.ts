import { expect, test } from 'vitest';
import { alike } from './alike.ts';

const act = () => {};

test.each([
  [1, 1],
  [undefined, undefined],
  [{ a: { b: [1, { c: 'x' }] } }, { a: { b: [1, { c: 'x' }] } }],
  [{ act }, { act }],
  [
    { a: 1, b: 2 },
    { b: 2, a: 1 },
  ],
])('%j and %j say the same', (one, other) => expect(alike(one, other)).toBe(true));

test.each([
  [1, 2],
  [{ a: undefined }, {}],
  [{ a: undefined }, { b: undefined }],
  [{ a: [1, 2] }, { a: [1] }],
  [[], {}],
  [null, {}],
  [{ act }, { act: () => {} }],
  [new Map([[1, 1]]), new Map([[1, 1]])],
])('%j and %j do not', (one, other) => expect(alike(one, other)).toBe(false));
