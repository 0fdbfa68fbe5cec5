import { type LinkTicket, makeSecret, type SeatId, type SeatView, type SessionId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { ada, waiting } from '../../gallery/people.ts';
import { doorOf } from './door.model.ts';

const ticket: LinkTicket = { sessionId: 's' as SessionId, seatId: 'ada' as SeatId, secret: makeSecret() };
const connected = { state: 'connected' } as const;

test('without a ticket there is no door to stand at', () => {
  expect(doorOf(undefined, undefined, undefined)).toEqual({ at: 'no-link' });
});

test('the guest link asks for a name first', () => {
  expect(doorOf({ ...ticket, seatId: 'guest' }, undefined, undefined)).toEqual({ at: 'guest' });
});

test('a personal link stands at the door until the person goes in', () => {
  expect(doorOf(ticket, undefined, undefined)).toEqual({ at: 'door' });
  expect(doorOf(ticket, { state: 'connecting' }, undefined)).toEqual({ at: 'entering', busy: false });
});

test('after leaving one stands at the door again', () => {
  expect(doorOf(ticket, { state: 'closed' }, undefined)).toEqual({ at: 'door' });
});

test('a busy server is not a refusal: one keeps entering, and is told', () => {
  const link = { state: 'connecting', refusal: 'server-busy' } as const;
  expect(doorOf(ticket, link, undefined)).toEqual({ at: 'entering', busy: true });
});

test('who has not been let in waits and sees the programme', () => {
  const you = waiting('draft');
  expect(doorOf(ticket, connected, you)).toEqual({ at: 'waiting', you, lobby: you.lobby, quiet: false });
  expect(doorOf(ticket, { state: 'reconnecting' }, you)).toMatchObject({ at: 'waiting', quiet: true });
});

test.each(['plenary', 'round-1-a'] as SeatView['place'][])('who has been let in is inside: %s', (place) => {
  expect(doorOf(ticket, connected, { ...ada, place })).toEqual({ at: 'inside' });
});

test.each([
  { state: 'refused', refusal: 'removed' },
  { state: 'closed', farewell: 'taken-over' },
] as const)('who was refused or sent away is told why: $state', (link) => {
  expect(doorOf(ticket, link, ada)).toEqual({ at: 'turned-away', link });
});
