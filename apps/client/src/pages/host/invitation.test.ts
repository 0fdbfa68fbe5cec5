import { modelWorkshop } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { appointment, invitation, mailLink } from './invitation.ts';
import { linksAsTable } from './links.model.ts';

const person = {
  ...{ seatId: 's1', name: 'Ada', role: 'participant' as const },
  link: 'https://werkraum.example/join#abc.s1.p0Xj7dVuE1sGq6MtN2bKaw',
};
const plan = { ...modelWorkshop('de').plan, startsAt: Date.UTC(2027, 4, 10, 8, 30) };

test('[DE-26] an invitation says to whom, what, when, where and what is needed, in both languages', () => {
  const { subject, text } = invitation(person, plan, 'de', 'Europe/Berlin');
  expect(subject).toBe('Innovative Kommunen: nachhaltig und digital');
  expect(text).toContain('Guten Tag Ada,');
  expect(text).toMatch(/Beginn: Montag, 10\. Mai 2027.* 10:30 MESZ\nEnde: .*12:30/);
  expect(text).toContain(person.link);
  expect(text).toContain('- Runde 1 (25 Min.)');
  const english = invitation({ ...person, role: 'timekeeper' }, plan, 'en', 'UTC').text;
  expect(english).toContain('You keep the time in this workshop.');
  expect(english).toMatch(/Begins: Monday.*10 May 2027.*08:30 UTC/);
});

test('without a date an invitation says none, and there is no appointment', () => {
  const { startsAt: _, ...open } = plan;
  expect(invitation(person, open, 'de').text).not.toContain('Beginn');
  expect(appointment(person, open, 0)).toBeUndefined();
});

test('[DE-25] an appointment is the same for the same person and workshop, and lasts until the hard end', () => {
  expect(appointment(person, plan, 7)).toMatchObject({
    ...{ uid: 's1.abc@werkraum.example', stampedAt: 7, startsAt: plan.startsAt },
    endsAt: plan.startsAt + 120 * 60_000,
    link: person.link,
  });
});

test('[DE-26] a mail link carries the whole text to one address', () => {
  const link = new URL(mailLink('ada+w&x@example.org', { subject: 'A & B', text: 'one\ntwo #3' }));
  expect(link.protocol).toBe('mailto:');
  expect(decodeURIComponent(link.pathname)).toBe('ada+w&x@example.org');
  expect(link.searchParams.get('subject')).toBe('A & B');
  expect(link.searchParams.get('body')).toBe('one\r\ntwo #3');
  expect([...link.searchParams.keys()]).toEqual(['subject', 'body']);
});

test('[DE-27] the sheet as a table: quoted where needed, and no name becomes a formula', () => {
  const people = [
    { ...person, name: 'Lovelace, "Ada"', address: 'ada@example.org' },
    { ...person, name: '=HYPERLINK("x")' },
  ];
  const table = linksAsTable(
    { title: 'T', people, guestLink: 'https://x/join#g' },
    ['Name', 'E-mail', 'Role', 'Link'],
    'Guests',
  );
  expect(table.split('\r\n')).toEqual([
    '\ufeffName,E-mail,Role,Link',
    `"Lovelace, ""Ada""",ada@example.org,participant,${person.link}`,
    `"'=HYPERLINK(""x"")",,participant,${person.link}`,
    'Guests,,,https://x/join#g',
    '',
  ]);
});
