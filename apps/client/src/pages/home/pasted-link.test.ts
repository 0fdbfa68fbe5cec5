import { hostLink, makeSecret, personalLink, type SeatId, type SessionId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { readPastedLink } from './pasted-link.ts';

const ticket = { sessionId: makeSecret() as SessionId, seatId: 'ada' as SeatId, secret: makeSecret() };
const link = personalLink('https://werkraum.example', ticket);

test('a whole personal link leads to the door, with or without space around it', () => {
  expect(readPastedLink(link)).toEqual({ to: 'join', ticket });
  expect(readPastedLink(`  ${link}\n`)).toEqual({ to: 'join', ticket });
});

test('the part behind the # is enough', () => {
  expect(readPastedLink(link.split('#')[1] ?? '')).toEqual({ to: 'join', ticket });
});

test('a host link leads to the host page', () => {
  expect(readPastedLink(hostLink('https://werkraum.example', 'k'.repeat(40)))).toEqual({
    to: 'host',
    key: 'k'.repeat(40),
  });
});

test.each(['', 'hello', 'https://werkraum.example/join', link.slice(0, -3), 'https://werkraum.example/host#'])(
  'anything else leads nowhere: %s',
  (text) => {
    expect(readPastedLink(text)).toBeUndefined();
  },
);
