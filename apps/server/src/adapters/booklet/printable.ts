import type { Booklet } from '@werkraum/protocol';

/** Control characters but tab and line feed, halves of pairs, and code points that are none: no file format has a place for them. */
const UNPRINTABLE = /[[\p{Cc}\p{Noncharacter_Code_Point}]--[\t\n]]/gv;

/** A text that can stand in any file. */
export const printableText = (text: string): string => text.toWellFormed().replaceAll(UNPRINTABLE, '');

/** A booklet whose every text can stand in any file. */
export const printable = (booklet: Booklet): Booklet => cleaned(booklet) as Booklet;

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return printableText(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cleaned(each)]));
}
