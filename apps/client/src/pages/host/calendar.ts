import type { Instant } from '@werkraum/protocol';

/** One appointment in somebody's calendar. */
export interface Appointment {
  /** The same for the same person and workshop, so that a second import replaces the first. */
  uid: string;
  /** When the entry was written. */
  stampedAt: Instant;
  startsAt: Instant;
  endsAt: Instant;
  title: string;
  description: string;
  /** The personal link: also where the meeting is. */
  link: string;
}

/**
 * A calendar file (RFC 5545) with one appointment. Instants are in UTC, so that no time zone has to be described; lines
 * end in CRLF and are folded after 75 octets, never inside a character.
 */
export function calendarFile({ uid, stampedAt, startsAt, endsAt, title, description, link }: Appointment): string {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Werkraum//Werkraum//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'],
    ...['BEGIN:VEVENT', `UID:${text(uid)}`, `DTSTAMP:${utc(stampedAt)}`],
    ...[`DTSTART:${utc(startsAt)}`, `DTEND:${utc(endsAt)}`, `SUMMARY:${text(title)}`],
    ...[`DESCRIPTION:${text(description)}`, `LOCATION:${text(link)}`, `URL:${link}`],
    ...['END:VEVENT', 'END:VCALENDAR'],
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** `20270510T083000Z` (RFC 5545, 3.3.5, form 2). */
const utc = (instant: Instant): string => `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** Text values (3.3.11): backslash, semicolon, comma and line breaks are escaped; other control characters have no place there. */
const text = (value: string): string =>
  value
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[\p{Cc}\p{Cs}]/gu, '');

const LINE_OCTETS = 75;

/** Folds one line (3.1): what goes on begins with a space, which counts. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length;
    if (octets + size > LINE_OCTETS) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += sign;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
