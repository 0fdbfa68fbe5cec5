import type { Instant, Language } from '@werkraum/protocol';
import type { BookletWords } from './words.ts';

const LOCALE: Record<Language, string> = { de: 'de-DE', en: 'en-GB' };

/** A day in words: `23 November 2026`. */
export const dayOf = (at: Instant, language: Language, timeZone?: string): string =>
  new Intl.DateTimeFormat(LOCALE[language], {
    ...{ day: 'numeric', month: 'long', year: 'numeric' },
    ...(timeZone && { timeZone }),
  }).format(at);

/** A time of day: `14:05`. */
export const timeOf = (at: Instant, language: Language, timeZone?: string): string =>
  new Intl.DateTimeFormat(LOCALE[language], {
    ...{ hour: '2-digit', minute: '2-digit' },
    ...(timeZone && { timeZone }),
  }).format(at);

/** A length in whole minutes. */
export const lengthOf = (ms: number, words: BookletWords): string => words.minutes(Math.round(ms / 60_000));

/** A list as the language writes it. */
export const listOf = (items: readonly string[], language: Language): string =>
  new Intl.ListFormat(LOCALE[language], { type: 'conjunction' }).format(items);
