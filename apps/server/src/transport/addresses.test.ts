import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { addressOf } from './addresses.ts';

const request = (remoteAddress: string, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

test.each([
  ['nobody is trusted', () => false, '10.0.0.1'],
  ['one proxy is trusted', (_address: string, hop: number) => hop < 1, '192.0.2.7'],
  ['a proxy is trusted by its address', (address: string) => address === '10.0.0.1', '192.0.2.7'],
  ['everything is trusted', () => true, '203.0.113.9'],
])('[WI-21] the address of a request when %s', (_name, trusts, expected) => {
  expect(addressOf(request('10.0.0.1', '203.0.113.9, 192.0.2.7'), trusts)).toBe(expected);
});

test('without a forwarding header the address is the connection’s own', () => {
  expect(addressOf(request('10.0.0.1'), () => true)).toBe('10.0.0.1');
});
