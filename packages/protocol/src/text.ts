import './no-code-from-text.ts';
import { z } from 'zod';

// Control characters, and the marks that turn the reading direction around, can make one name look like another.
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** One line of visible text: trimmed, composed (NFC), no control or direction characters. `max` counts UTF-16 units. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !UNSEEN.test(text), 'unseen-characters')
    .overwrite((text) => text.normalize('NFC'));

/** Several lines of plain text. Line feeds are welcome, other control characters are not. */
export const prose = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((text) => !UNSEEN.test(text.replaceAll('\n', '')), 'unseen-characters')
    .overwrite((text) => text.normalize('NFC'));

/** The address of a page people may be led to: absolute, `https`, without a name or password in it. `max` counts UTF-16 units. */
export const webAddress = (max: number) =>
  line(max).refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    return url?.protocol === 'https:' && url.username === '' && url.password === '';
  }, 'no-web-address');
