import type { Instant, Language } from '@werkraum/protocol';

const LOCALE: Record<Language, string> = { de: 'de-DE', en: 'en-GB' };
// Making a formatter takes about as long as drawing a small component; clocks ask every second.
const times: Partial<Record<Language, Intl.DateTimeFormat>> = {};

/** The time of day in the person's own zone: `14:05`. */
export function formatTime(instant: Instant, language: Language): string {
  times[language] ??= new Intl.DateTimeFormat(LOCALE[language], { hour: '2-digit', minute: '2-digit' });
  return times[language].format(instant);
}

/** Day and time: `Mon, 23 Nov, 14:05`. */
export const formatDateTime = (instant: Instant, language: Language): string =>
  new Intl.DateTimeFormat(LOCALE[language], {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(instant);

/** A day that may be far away: `Mon, 23 Nov 2026`. */
export const formatDate = (instant: Instant, language: Language): string =>
  new Intl.DateTimeFormat(LOCALE[language], {
    ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  }).format(instant);

/** As one writes it in a mail, with the zone: readers may be in another one. `timeZone` (IANA): the device's when not given. */
export const formatLongDateTime = (instant: Instant, language: Language, timeZone?: string): string =>
  new Intl.DateTimeFormat(LOCALE[language], {
    ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    timeZoneName: 'short',
    ...(timeZone && { timeZone }),
  }).format(instant);

/** A list as the language writes it: `Ada, Ben and Cem`. */
export const formatList = (items: readonly string[], language: Language): string =>
  new Intl.ListFormat(LOCALE[language], { type: 'conjunction' }).format(items);
