import type { SeatId, SpeechKey } from '@werkraum/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSpoken, speechOf } from './spoken.ts';

const seconds = (count: number): number => count * 1_000;
const INTRO = 'plenary~intro' as SpeechKey;
const TABLE = 'round-1-a~1' as SpeechKey;

const told = (totalMs: number, key = INTRO, run = 'page') => ({ key, run, totalMs });

/** Somebody who came to the introduction at 0. */
function inIntro() {
  const spoken = createSpoken();
  spoken.moveTo(INTRO, 0);
  return { spoken, at: (key: SpeechKey) => new Map(spoken.sums()).get(key) };
}

test('[BA-4] sums are taken as they are told, and an old one changes nothing', () => {
  const { spoken, at } = inIntro();
  expect(spoken.hear(told(seconds(5)), seconds(10))).toBe(true);
  expect(spoken.hear(told(seconds(5)), seconds(20))).toBe(false);
  expect(spoken.hear(told(seconds(4)), seconds(20))).toBe(false);
  expect(at(INTRO)).toBe(seconds(5));
});

test('[BA-4] nobody has spoken longer than they have been there', () => {
  const { spoken, at } = inIntro();
  spoken.hear(told(seconds(3_600)), seconds(10));
  expect(at(INTRO)).toBe(seconds(12));
  spoken.hear(told(seconds(3_600)), seconds(20));
  expect(at(INTRO)).toBe(seconds(22));
});

test('[BA-4] what a lost report would have said is in the next one', () => {
  const { spoken, at } = inIntro();
  spoken.hear(told(seconds(40)), seconds(60));
  expect(at(INTRO)).toBe(seconds(40));
});

test('[BA-4] a page that was loaded anew counts on from what was told before', () => {
  const { spoken, at } = inIntro();
  spoken.hear(told(seconds(30)), seconds(60));
  spoken.hear(told(seconds(4), INTRO, 'reloaded'), seconds(80));
  expect(at(INTRO)).toBe(seconds(34));
  for (let page = 0; page < 50; page++) spoken.hear(told(seconds(30), INTRO, `page-${page}`), seconds(80));
  expect(at(INTRO)).toBe(seconds(82));
});

test('[BA-4] the last word at a place counts for a while after leaving it, and not for ever', () => {
  const { spoken, at } = inIntro();
  spoken.moveTo(TABLE, seconds(60));
  expect(spoken.hear(told(seconds(7)), seconds(61))).toBe(true);
  expect(spoken.hear(told(seconds(9)), seconds(76))).toBe(false);
  expect(at(INTRO)).toBe(seconds(7));
});

test('[BA-4] time spent elsewhere is no time to have spoken here', () => {
  const { spoken, at } = inIntro();
  spoken.moveTo(TABLE, seconds(10));
  spoken.moveTo(INTRO, seconds(1_000));
  spoken.hear(told(seconds(900)), seconds(1_005));
  expect(at(INTRO)).toBe(seconds(17));
});

test('[BA-4] a place where one is not, or that does not exist, is not heard of', () => {
  const { spoken } = inIntro();
  expect(spoken.hear(told(seconds(1), TABLE), seconds(10))).toBe(false);
  spoken.moveTo(undefined, seconds(20));
  expect(spoken.hear(told(seconds(5)), seconds(50))).toBe(false);
  expect([...spoken.sums()]).toEqual([[INTRO, 0]]);
});

const step = fc.record({
  wait: fc.nat({ max: 30_000 }),
  move: fc.option(fc.constantFrom(INTRO, TABLE, undefined)),
  key: fc.constantFrom(INTRO, TABLE),
  run: fc.constantFrom('a', 'b', 'c'),
  totalMs: fc.nat({ max: 200_000 }),
});

test('[BA-4] whatever a client says, its sums never fall and never outgrow the time that has passed', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const { spoken } = inIntro();
      let now = 0;
      let before = 0;
      for (const { wait, move, key, run, totalMs } of steps) {
        now += wait;
        if (move !== null) spoken.moveTo(move, now);
        spoken.hear({ key, run, totalMs }, now);
        const sums = speechOf(new Map([['ada' as SeatId, spoken]]));
        const total = [...sums.values()].reduce((sum, seats) => sum + (seats.get('ada' as SeatId) ?? 0), 0);
        expect(total).toBeGreaterThanOrEqual(before);
        expect(total).toBeLessThanOrEqual(now + 2 * 2_000);
        before = total;
      }
    }),
  );
});
