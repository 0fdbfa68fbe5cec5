import { expect, test } from 'vitest';
import { phrases } from './phrases.ts';

const say = phrases(
  {
    hello: 'Good day, {{ name }}!',
    twice: '{{name}} and {{name}} of {{of}}',
    roles: { speaker: 'Speaker', deep: { er: 'Deeper' } },
    hands_zero: 'no hand',
    hands_one: '{{count}} hand',
    hands_other: '{{count}} hands',
    left_one: 'a minute',
    left_other: '{{count}} minutes',
    minutes: '{{count}} min',
  },
  'en',
);

test('finds sentences in groups', () => {
  expect([say('roles.speaker'), say('roles.deep.er')]).toEqual(['Speaker', 'Deeper']);
});

test('puts values in their places, as they are', () => {
  expect(say('hello', { name: '<b>$& Ada</b>' })).toBe('Good day, <b>$& Ada</b>!');
  expect(say('twice', { name: 'Ada', of: 2 })).toBe('Ada and Ada of 2');
  expect(say('twice', { name: 'Ada' })).toBe('Ada and Ada of ');
});

test.each([
  [0, 'no hand'],
  [1, '1 hand'],
  [2, '2 hands'],
])('%d takes its form: %s', (count, sentence) => expect(say('hands', { count })).toBe(sentence));

test('nothing takes the plural where it has no form of its own', () => {
  expect(say('left', { count: 0 })).toBe('0 minutes');
});

test('a count needs no forms', () => expect(say('minutes', { count: 1 })).toBe('1 min'));

test('a key without a sentence says itself', () => expect(say('roles.unknown')).toBe('roles.unknown'));
