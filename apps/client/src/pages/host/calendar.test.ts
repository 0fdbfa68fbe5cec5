import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Appointment, calendarFile } from './calendar.ts';

const appointment: Appointment = {
  uid: 's1.abc@werkraum.example',
  stampedAt: Date.UTC(2027, 3, 1, 12, 0, 5),
  startsAt: Date.UTC(2027, 4, 10, 8, 30),
  endsAt: Date.UTC(2027, 4, 10, 10, 30),
  title: 'Innovative Kommunen: nachhaltig, digital; offen',
  description: 'Hallo Ada,\nbis bald \\o/',
  link: 'https://werkraum.example/join#abc.s1.secret',
};

test('[DE-25] a calendar file with one appointment in UTC, its link in three places', () => {
  expect(calendarFile(appointment)).toBe(
    [
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Werkraum//Werkraum//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'],
      ...['BEGIN:VEVENT', 'UID:s1.abc@werkraum.example', 'DTSTAMP:20270401T120005Z'],
      ...['DTSTART:20270510T083000Z', 'DTEND:20270510T103000Z'],
      'SUMMARY:Innovative Kommunen: nachhaltig\\, digital\\; offen',
      'DESCRIPTION:Hallo Ada\\,\\nbis bald \\\\o/',
      'LOCATION:https://werkraum.example/join#abc.s1.secret',
      'URL:https://werkraum.example/join#abc.s1.secret',
      ...['END:VEVENT', 'END:VCALENDAR', ''],
    ].join('\r\n'),
  );
});

/** What a calendar program makes of a text value. */
function readBack(file: string, property: string): string | undefined {
  const lines = file.replaceAll('\r\n ', '').split('\r\n');
  const value = lines.find((line) => line.startsWith(`${property}:`))?.slice(property.length + 1);
  return value?.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
}

test('[DE-25] whatever is written, it is read back as it was, and no line is longer than 75 octets', () => {
  const anyText = fc.string({
    unit: fc.oneof(
      fc.constantFrom('\n', '\\', ';', ',', 'ä', '👩🏽‍💻', 'x'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 200,
  });
  fc.assert(
    fc.property(anyText, anyText, (title, description) => {
      const file = calendarFile({ ...appointment, title, description });
      const plain = (value: string) => value.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}/gu, '');
      expect(readBack(file, 'SUMMARY')).toBe(plain(title));
      expect(readBack(file, 'DESCRIPTION')).toBe(plain(description));
      expect(file.endsWith('\r\n')).toBe(true);
      for (const line of file.split('\r\n')) {
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\n\r\ufffd]/);
      }
    }),
  );
});

test('[DE-25] nobody writes a second appointment through a title', () => {
  const file = calendarFile({ ...appointment, title: 'A\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:x' });
  expect(file.split('\r\n').filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
});
