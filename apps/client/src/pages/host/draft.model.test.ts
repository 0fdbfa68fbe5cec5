import { CreateSession, readTicket } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import {
  isReady,
  problemsOf,
  startDraft,
  withLanguage,
  withNewPerson,
  withoutPerson,
  withPasted,
  withPerson,
} from './draft.model.ts';
import { linkSheet, linksAsText, prepareSession } from './links.model.ts';

const draft = startDraft('en');
const names = ({ people }: typeof draft) => people.map(({ name }) => name);
const first = draft.people[0]?.id ?? '';
const empty = { ...draft, people: [] };

test('starts as the model workshop: ready to be created, twelve people', () => {
  expect(draft.people).toHaveLength(12);
  expect(isReady(problemsOf(draft))).toBe(true);
});

test('people are renamed, given a role, added and removed', () => {
  expect(names(withPerson(draft, first, { name: 'Fay' }))[0]).toBe('Fay');
  expect(withPerson(draft, first, { role: 'speaker' }).people[0]?.role).toBe('speaker');
  expect(withNewPerson(draft).people.at(-1)).toMatchObject({ name: '', role: 'participant' });
  expect(names(withoutPerson(draft, first))).toEqual(names(draft).slice(1));
});

test('the title follows the language until it is changed by hand', () => {
  expect(withLanguage(draft, 'de').title).toBe('Innovative Kommunen: nachhaltig und digital');
  expect(withLanguage({ ...draft, title: 'Our day' }, 'de').title).toBe('Our day');
});

test.each([
  ['Ada\nBen\n\nCem', ['Ada', 'Ben', 'Cem']],
  ['1. Ada\r\n2) Ben\r\n- Cem\r\n• Dora', ['Ada', 'Ben', 'Cem', 'Dora']],
  ['Ada, Ben; Cem\tDora', ['Ada', 'Ben', 'Cem', 'Dora']],
  ['Lovelace, Ada\nBabbage, Charles', ['Lovelace, Ada', 'Babbage, Charles']],
  ['Ada  Lovelace <ada@example.org>', ['Ada Lovelace']],
  ['Ada\nada\n ADA ', ['Ada']],
  ['3 Musketeers', ['3 Musketeers']],
  ['  \n ', []],
])('a pasted list %j becomes %j', (text, expected) => {
  expect(names(withPasted(empty, text))).toEqual(expected);
});

test('who is there already is not added again', () => {
  expect(names(withPasted(draft, 'ada\nZoe'))).toEqual([...names(draft), 'Zoe']);
});

test('problems are found where they are', () => {
  const [a, b, c] = draft.people.map(({ id }) => id);
  const named = [a, b, c].reduce(
    (each, id, index) => withPerson(each, id ?? '', { name: ['', 'Theo', 'theo '][index] ?? '' }),
    draft,
  );
  expect(problemsOf({ ...named, title: ' ' })).toEqual({
    whole: ['no-title'],
    rows: { [a ?? '']: 'no-name', [c ?? '']: 'same-name' },
  });
  expect(problemsOf(withPerson(draft, first, { role: 'speaker' })).whole).toEqual(['no-facilitator']);
  expect(problemsOf(withPerson(draft, first, { name: 'A\u202eb' })).rows).toEqual({ [first]: 'bad-name' });
  expect(isReady(problemsOf(named))).toBe(false);
});

test('what is sent is valid, holds no secret, and every link opens its own seat', async () => {
  const { session, secrets, guestSecret } = await prepareSession(withPerson(draft, first, { name: '  Fay ' }));
  expect(CreateSession.parse(session).seats[0]?.name).toBe('Fay');
  const wire = JSON.stringify(session);
  expect([...Object.values(secrets), guestSecret].filter((secret) => wire.includes(secret))).toEqual([]);

  const sheet = linkSheet('https://werkraum.example', 'session-1', { session, secrets, guestSecret });
  expect(sheet.people.map(({ name }) => name)).toEqual(session.seats.map(({ name }) => name));
  const tickets = sheet.people.map(({ link }) => readTicket(new URL(link).hash));
  expect(tickets.map((ticket) => ticket?.seatId)).toEqual(session.seats.map(({ seatId }) => seatId));
  expect(readTicket(new URL(sheet.guestLink ?? '').hash)).toEqual({
    sessionId: 'session-1',
    seatId: 'guest',
    secret: guestSecret,
  });
  expect(new Set(tickets.map((ticket) => ticket?.secret)).size).toBe(12);
});

test('all links as text: one line a person, the guests last', () => {
  const sheet = {
    title: 'Our day',
    people: [{ seatId: 's1', name: 'Ada', role: 'participant' as const, link: 'https://x/join#1' }],
    guestLink: 'https://x/join#g',
  };
  expect(linksAsText(sheet, (role) => role.toUpperCase(), 'Guests')).toBe(
    'Our day\n\nAda (PARTICIPANT): https://x/join#1\nGuests: https://x/join#g\n',
  );
});
