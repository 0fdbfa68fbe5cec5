import { expect, test } from 'vitest';
import { fromBase64, toBase64 } from './base64.ts';

test('[NO-3] bytes travel as text and come back as they were, many and few', () => {
  for (const length of [0, 1, 2, 3, 255, 20_000]) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 7) % 256);
    expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
  }
  expect(fromBase64('no base64!')).toBeUndefined();
});
