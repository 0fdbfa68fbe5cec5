import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPeople } from './paste.ts';

const short = (text: string) =>
  readPeople(text).map(({ name, address, role }) => [name, address, role].filter(Boolean).join(' | '));

test.each<[string, string[]]>([
  ['Ada\nBen\n\nCem', ['Ada', 'Ben', 'Cem']],
  ['1. Ada\r\n2) Ben\r\n- Cem\r\n• Dora', ['Ada', 'Ben', 'Cem', 'Dora']],
  ['Ada, Ben; Cem\tDora', ['Ada, Ben; Cem', 'Dora']],
  ['Ada, Ben, Cem', ['Ada', 'Ben', 'Cem']],
  ['Lovelace, Ada\nBabbage, Charles', ['Lovelace, Ada', 'Babbage, Charles']],
  ['Ada  Lovelace <ada@example.org>', ['Ada Lovelace | ada@example.org']],
  ['Ada\nada\n ADA ', ['Ada']],
  ['3 Musketeers', ['3 Musketeers']],
  ['  \n ', []],
  ['ada.lovelace@example.org', ['Ada Lovelace | ada.lovelace@example.org']],
  ['Ada Lovelace ada@example.org', ['Ada Lovelace | ada@example.org']],
  [
    'Ada Lovelace <ada@x.de>, "Babbage, Charles" <cb@x.de>; Ben <b@x.de>',
    ['Ada Lovelace | ada@x.de', 'Babbage, Charles | cb@x.de', 'Ben | b@x.de'],
  ],
  ['ada@x.de, ben@x.de', ['Ada | ada@x.de', 'Ben | ben@x.de']],
  [
    'Ada Lovelace;ada@x.de;participant\nFrieda;f@x.de;Moderation',
    ['Ada Lovelace | ada@x.de | participant', 'Frieda | f@x.de | facilitator'],
  ],
  ['Name;E-Mail;Rolle\nAda;ada@x.de;\nTheo;;Zeitwache', ['Ada | ada@x.de', 'Theo | timekeeper']],
  ['Vorname\tNachname\tE-Mail\nAda\tLovelace\tada@x.de', ['Ada Lovelace | ada@x.de']],
  [
    'Name,Email\n"Lovelace, Ada",ada@x.de\n"Ben ""Benno"" B",b@x.de',
    ['Lovelace, Ada | ada@x.de', 'Ben Benno B | b@x.de'],
  ],
  ['name\tmail\nAda\tada@x.de', ['Ada | ada@x.de']],
])('[DE-30] a pasted list %j becomes %j', (text, expected) => {
  expect(short(text)).toEqual(expected);
});

test('[DE-30] any text at all is read, and no name comes twice', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.oneof(
          fc.constantFrom('\n', '\t', ',', ';', '"', '<', '>', '@', '.'),
          fc.string({ minLength: 1, maxLength: 1 }),
        ),
        maxLength: 200,
      }),
      (text) => {
        const names = readPeople(text).map(({ name }) => name.normalize('NFKC').toLocaleLowerCase('en'));
        expect(new Set(names).size).toBe(names.length);
        expect(names).not.toContain('');
      },
    ),
  );
});

test('[DE-30] five hundred people in a table are all found', () => {
  const lines = Array.from({ length: 500 }, (_, at) => `Person ${at};p${at}@example.org;participant`);
  const people = readPeople(['Name;E-Mail;Rolle', ...lines].join('\r\n'));
  expect(people).toHaveLength(500);
  expect(people.at(-1)).toEqual({ name: 'Person 499', address: 'p499@example.org', role: 'participant' });
});
