import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MESSAGE_MAX, Say } from './chat.ts';

const say = (text: string) => Say.safeParse({ type: 'say', messageId: 'one', channel: { place: 'plenary' }, text });
const said = (text: string) => say(text).data?.text;

const PIECES = ['a', 'e\u0301', ' ', '\n', '\r', '\t', '\u200b', '\u200d', '\u202e', '\u2028', '\u0301', '👩'] as const;

describe('[CH-9] the text of a message', () => {
  test('keeps lines, joined emoji and the joiners that languages need', () => {
    for (const text of ['one\ntwo', '👩‍👩‍👧‍👦 ❤️‍🔥', 'می‌خواهم']) expect(said(text)).toBe(text);
  });

  test('loses what cannot be seen and what turns the direction of reading', () => {
    expect(said('a\u200bb\u202ec\u2066d\u0007e\ufeff')).toBe('abcde');
    expect(said(' one\r\ntwo\rthree\u2028four\tfive ')).toBe('one\ntwo\nthree\nfour five');
  });

  test('is refused when nothing of it can be seen', () => {
    for (const text of ['', ' ', '\n\n', '\u200b', '\u200d', '\u202e\u2066']) expect(say(text).success).toBe(false);
  });

  test('has a longest length, counted when it is clean', () => {
    expect(say('x'.repeat(MESSAGE_MAX)).success).toBe(true);
    expect(say(`${'x'.repeat(MESSAGE_MAX)}\u200b`).success).toBe(true);
    expect(say('x'.repeat(MESSAGE_MAX + 1)).success).toBe(false);
  });

  test('whatever is typed, what is accepted once is accepted as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...PIECES) }), (text) => {
        const clean = said(text);
        if (clean !== undefined) expect(said(clean)).toBe(clean);
      }),
    );
  });
});
