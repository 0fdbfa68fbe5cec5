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

// In a message nobody can be mistaken for somebody else, and joiners belong to emoji and to the writing of some languages.
const NOT_TYPED = /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

const asTyped = (text: string): string =>
  text
    .replaceAll(/\r\n?|[\p{Zl}\p{Zp}]/gu, '\n')
    .split('\n')
    .map((row) => row.replaceAll('\t', ' ').replaceAll(NOT_TYPED, ''))
    .join('\n')
    .trim()
    .normalize('NFC');

/**
 * Lines of plain text as people type and paste them: what cannot be seen is left out instead of being refused. At least one
 * visible character. `max` counts UTF-16 units of what is left.
 */
export const typed = (max: number) =>
  z
    .string()
    .overwrite(asTyped)
    .min(1)
    .max(max)
    .refine((text) => VISIBLE.test(text), 'nothing-visible');

/** The address of a page people may be led to: absolute, `https`, without a name or password in it. `max` counts UTF-16 units. */
export const webAddress = (max: number) =>
  line(max).refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    return url?.protocol === 'https:' && url.username === '' && url.password === '';
  }, 'no-web-address');
