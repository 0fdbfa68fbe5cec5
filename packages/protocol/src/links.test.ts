import { expect, test } from 'vitest';
import type { SeatId, SessionId } from './ids.ts';
import { hashSecret, makeSecret, personalLink, readTicket } from './links.ts';

test('[PE-2] a link carries its ticket behind the fragment sign', () => {
  const ticket = { sessionId: 'se' as SessionId, seatId: 'ada' as SeatId, secret: makeSecret() };
  const link = new URL(personalLink('https://rooms.example/', ticket));

  expect(link.pathname).toBe('/join');
  expect(link.search).toBe('');
  expect(readTicket(link.hash)).toEqual(ticket);
});

test('[PE-2] a mangled fragment is no ticket', () => {
  for (const fragment of [
    '',
    '#',
    '#a.b',
    '#a.b.short',
    '#a.b.AAAAAAAAAAAAAAAAAAAAAA.c',
    '#a/b.c.AAAAAAAAAAAAAAAAAAAAAA',
  ]) {
    expect(readTicket(fragment)).toBeUndefined();
  }
});

test('[PE-2] a secret has 128 bits and its hash is SHA-256', async () => {
  expect(makeSecret()).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(await hashSecret('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
