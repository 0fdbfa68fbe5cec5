import { CreateSession, modelWorkshop, readTicket } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { linkSheet, linksAsText, prepareSession } from './links.model.ts';

const { plan, seats } = modelWorkshop('en');
const people = seats.map(({ name, role }, at) => ({
  id: `s${at}`,
  name: ` ${name} `,
  role,
  address: `p${at}@example.org`,
}));

test('what is sent is valid, holds no secret and no address, and every link opens its own seat', async () => {
  const prepared = await prepareSession(plan, people);
  const { session, secrets, guestSecret } = prepared;
  expect(CreateSession.parse(session).seats[0]?.name).toBe('Frieda');
  const wire = JSON.stringify(session);
  const kept = [...Object.values(secrets), guestSecret, '@example.org'];
  expect(kept.filter((secret) => wire.includes(secret))).toEqual([]);

  const sheet = linkSheet('https://werkraum.example', 'session-1', prepared);
  expect(sheet.people.map(({ name }) => name)).toEqual(seats.map(({ name }) => name));
  expect(sheet.people[3]?.address).toBe('p3@example.org');
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
