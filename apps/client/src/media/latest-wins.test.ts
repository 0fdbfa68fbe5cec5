import { expect, test } from 'vitest';
import { latestWins } from './latest-wins.ts';

const ignore = () => {};

test('[VC-1] carries out the first and the newest wish, one at a time', async () => {
  const begun: string[] = [];
  const finish: (() => void)[] = [];
  const wish = latestWins<string>((name) => {
    begun.push(name);
    return new Promise((resolve) => finish.push(resolve));
  }, ignore);

  wish('first');
  wish('second');
  wish('third');
  expect(begun).toEqual(['first']);

  finish[0]?.();
  await expect.poll(() => begun).toEqual(['first', 'third']);
});

test('[VC-1] a failing effect is reported and the next wish is carried out', async () => {
  const begun: string[] = [];
  const reported: unknown[] = [];
  const failure = new Error('no route');
  const wish = latestWins<string>(
    async (name) => {
      begun.push(name);
      if (name === 'bad') throw failure;
    },
    (error) => reported.push(error),
  );

  wish('bad');
  wish('good');

  await expect.poll(() => begun).toEqual(['bad', 'good']);
  expect(reported).toEqual([failure]);
});
