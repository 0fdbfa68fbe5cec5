import { expect, test } from 'vitest';
import { pieces } from './links.ts';

const links = (text: string) => pieces(text).flatMap((piece) => ('href' in piece ? [piece.href] : []));

test('addresses of pages and of people become links, and nothing is lost', () => {
  const text = 'See https://example.org/a?b=1#c, or write to ada@example.org (today).';
  expect(links(text)).toEqual(['https://example.org/a?b=1#c', 'mailto:ada@example.org']);
  expect(
    pieces(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt://example.org/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'http://example.org',
  '//example.org',
  'ftp://example.org',
  'file:///etc/passwd',
  'vbscript:x',
  'z.B.am Montag, datei.de',
])('%s is no link', (text) => {
  expect(links(text)).toEqual([]);
});

test('a link that leads elsewhere than it says tells where', () => {
  const host = (text: string) => pieces(text).map((piece) => ('host' in piece ? piece.host : undefined));
  expect(host('https://example.org/x')).toEqual([undefined]);
  expect(host('https://EXAMPLE.org')).toEqual([undefined]);
  expect(host('https://my-bank.example@evil.example/')).toEqual(['evil.example']);
  expect(host('https://\u0430pple.com')).toEqual(['xn--pple-43d.com']);
});
