import type { TurnId } from '@werkraum/protocol';
import { expect, test } from 'vitest';
import { type Moment, turnSignals } from './turn-signals.model.ts';

const BEN = 'ben' as TurnId;
const nobody: Moment = {
  turnId: undefined,
  name: undefined,
  own: false,
  ownNext: false,
  leftMs: undefined,
  endsAt: undefined,
};
const ben = (leftMs: number | undefined, change: Partial<Moment> = {}): Moment => ({
  ...{ turnId: BEN, name: 'Ben', own: false, ownNext: false, leftMs, endsAt: 200_000 },
  ...change,
});
const kinds = (before: Moment | undefined, after: Moment) => turnSignals(before, after).map(({ kind }) => kind);

test('nothing is said about a turn that was already running when the page opened', () => {
  expect(turnSignals(undefined, ben(10_000, { own: true }))).toEqual([]);
});

test('the beginning of a turn is said once, to the speaker in their own words', () => {
  expect(turnSignals(nobody, ben(undefined))).toEqual([{ kind: 'speaks', name: 'Ben' }]);
  expect(kinds(nobody, ben(undefined, { own: true }))).toEqual(['your-turn']);
  expect(kinds(ben(undefined), ben(120_000))).toEqual([]);
});

test('who is next hears it once', () => {
  expect(kinds(ben(90_000), ben(89_000, { ownNext: true }))).toEqual(['you-are-next']);
  expect(kinds(ben(89_000, { ownNext: true }), ben(88_000, { ownNext: true }))).toEqual([]);
});

test.each([
  [121_000, 120_000, { kind: 'minutes', count: 2 }],
  [61_000, 60_000, { kind: 'minutes', count: 1 }],
  [31_000, 30_000, { kind: 'half-minute' }],
  [11_000, 10_000, { kind: 'ten-seconds' }],
  [1_000, 0, { kind: 'time-up' }],
] as const)('from %d ms to %d ms left one mark is passed', (before, after, signal) => {
  expect(turnSignals(ben(before), ben(after))).toEqual([signal]);
});

test('between the marks it is quiet, in overtime too', () => {
  expect(turnSignals(ben(50_000), ben(49_000))).toEqual([]);
  expect(turnSignals(ben(-1_000), ben(-2_000))).toEqual([]);
});

test('a tab that wakes up late says only what counts now', () => {
  expect(turnSignals(ben(119_000), ben(-3_000))).toEqual([{ kind: 'time-up' }]);
});

test('[TU-20] a clock that was moved passes no marks by being moved', () => {
  expect(turnSignals(ben(35_000), ben(5_000, { endsAt: 170_000 }))).toEqual([]);
});

test('[TU-9] [TU-19] while the clock does not run no mark is passed', () => {
  expect(turnSignals(ben(31_000), ben(undefined))).toEqual([]);
  expect(turnSignals(ben(undefined), ben(30_000))).toEqual([]);
});
