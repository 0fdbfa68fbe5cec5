import { expect, test } from 'vitest';
import { createFakeClock } from './fake-clock.ts';

test('runs what falls due in the order of instants, each at its own instant', async () => {
  const clock = createFakeClock(1_000);
  const seen: [string, number][] = [];
  const note = (name: string) => () => seen.push([name, clock.now()]);
  clock.at(1_300, note('late'));
  clock.at(1_100, note('early'));
  clock.at(1_100, note('early too'));
  clock.at(1_301, note('too late'));

  await clock.advance(300);

  expect(seen).toEqual([
    ['early', 1_100],
    ['early too', 1_100],
    ['late', 1_300],
  ]);
  expect(clock.now()).toBe(1_300);
  expect(clock.waiting()).toEqual([1_301]);
});

test('runs what is already past, and what a wake-up asks for, in the same advance', async () => {
  const clock = createFakeClock(1_000);
  const seen: number[] = [];
  clock.at(500, () => {
    seen.push(clock.now());
    clock.at(1_200, () => seen.push(clock.now()));
  });

  await clock.advance(500);

  expect(seen).toEqual([1_000, 1_200]);
  expect(clock.now()).toBe(1_500);
});

test('a wake-up that was taken back does not happen', async () => {
  const clock = createFakeClock(0);
  let rang = false;
  const cancel = clock.at(10, () => {
    rang = true;
  });
  cancel();

  await clock.advance(20);

  expect(rang).toBe(false);
});

test('waits for the work a wake-up starts before the clock goes on', async () => {
  let work: Promise<void> = Promise.resolve();
  const clock = createFakeClock(0, () => work);
  const seen: [string, number][] = [];
  clock.at(10, () => {
    work = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      seen.push(['done', clock.now()]);
    });
  });
  clock.at(20, () => seen.push(['next', clock.now()]));

  await clock.advance(30);

  expect(seen).toEqual([
    ['done', 10],
    ['next', 20],
  ]);
});
