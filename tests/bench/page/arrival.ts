import type { Browser } from '@playwright/test';
import { alone, compared, type Line, type Pair } from '../lines.ts';
import type { Crowd } from './crowd.ts';
import { enterRoom, untilDrawn } from './enter.ts';
import type { LoadedFile } from './first-load.ts';
import { startFloorPage } from './floor.ts';
import type { PageHouse } from './house.ts';
import { mainThreadMs, notesOf, openSlowPage, SLOWED } from './slow-page.ts';

const ROUNDS = 3;

/** One page from the beginning of its navigation to its first answer. */
interface Arrival {
  drawnMs: number;
  longestTaskMs: number;
  /** Processor time of its main thread. */
  workMs: number;
  /** From a press to the frame that shows its answer. */
  answerMs: number;
}

/** One after the other: a page that does nothing, a small workshop, a larger one. */
interface Round {
  floor: Pick<Arrival, 'drawnMs' | 'workMs'>;
  few: Arrival;
  many: Arrival;
}

interface Houseful {
  small: Crowd;
  middle: Crowd;
  files: readonly LoadedFile[];
}

/** Cold arrivals, each beside a page of the same bytes that does nothing. */
export async function arrivalLines(
  browser: Browser,
  house: PageHouse,
  { small, middle, files }: Houseful,
  say: (text: string) => void,
): Promise<Line[]> {
  const floorPage = await startFloorPage(files);
  const slow: Round[] = [];
  const fast: Round[] = [];
  try {
    await arrive(browser, house, small, 1); // the browser and the server are warm, the page never is
    for (let round = 0; round < ROUNDS; round++) {
      say(`arriving, round ${round + 1} of ${ROUNDS}`);
      for (const [rate, rounds] of [
        [SLOWED, slow],
        [1, fast],
      ] as const) {
        const floor = await drawFloor(browser, floorPage.url, rate);
        const few = await arrive(browser, house, small, rate);
        rounds.push({ floor, few, many: await arrive(browser, house, middle, rate) });
      }
    }
  } finally {
    await floorPage.stop();
  }
  return [...slowLines(slow), ...workLines(fast)];
}

type What = keyof Arrival;
const each = (rounds: readonly Round[], who: 'few' | 'many', what: What): number[] =>
  rounds.map((round) => round[who][what]);
const manyToFew = (rounds: readonly Round[], what: What): Pair[] =>
  rounds.map(({ many, few }) => [many[what], few[what]]);

function slowLines(rounds: readonly Round[]): Line[] {
  const toFloor = rounds.map(({ few, floor }): Pair => [few.drawnMs, floor.drawnMs]);
  const answer = { note: 'a press on a panel’s button right after the drawing' };
  return [
    compared('room drawn, 12 people', 'ms', 'same bytes, idle', toFloor, {
      note: 'from the beginning of the navigation, empty cache; what it is compared with only loads and parses',
    }),
    compared('room drawn, 200 people', 'ms', '12 people', manyToFew(rounds, 'drawnMs')),
    alone('longest task while arriving, 12 people', 'ms', each(rounds, 'few', 'longestTaskMs')),
    alone('longest task while arriving, 200 people', 'ms', each(rounds, 'many', 'longestTaskMs')),
    alone('first press answered, 12 people', 'ms', each(rounds, 'few', 'answerMs'), answer),
    alone('first press answered, 200 people', 'ms', each(rounds, 'many', 'answerMs'), answer),
  ];
}

function workLines(rounds: readonly Round[]): Line[] {
  const toFloor = rounds.map(({ few, floor }): Pair => [few.workMs, floor.workMs]);
  const note = 'not slowed down: processor time of the page until the first press is answered';
  return [
    compared('processor for arriving, 12 people', 'ms', 'same bytes, idle', toFloor, { note }),
    compared('processor for arriving, 200 people', 'ms', '12 people', manyToFew(rounds, 'workMs'), { note }),
  ];
}

async function arrive(browser: Browser, house: PageHouse, crowd: Crowd, rate: number): Promise<Arrival> {
  const entered = await enterRoom(browser, house, crowd, { rate });
  const { page, cdp } = entered;
  await page.getByRole('complementary').getByRole('button', { name: 'People' }).click();
  await page.waitForFunction(() => ((globalThis as { notes?: { answers: number[] } }).notes?.answers.length ?? 0) > 0);
  const { drawnAt, longTasks, answers } = await notesOf(page);
  const workMs = await mainThreadMs(cdp);
  await entered.close();
  if (drawnAt === undefined || answers[0] === undefined) throw new Error('the page kept no notes');
  const longestTaskMs = Math.max(0, ...longTasks.map(({ ms }) => ms));
  return { drawnMs: drawnAt, longestTaskMs, workMs, answerMs: answers[0] };
}

async function drawFloor(browser: Browser, url: string, rate: number): Promise<Pick<Arrival, 'drawnMs' | 'workMs'>> {
  const slow = await openSlowPage(browser, 'h1', rate);
  await slow.page.goto(url);
  await untilDrawn(slow);
  const { drawnAt } = await notesOf(slow.page);
  const workMs = await mainThreadMs(slow.cdp);
  await slow.close();
  if (drawnAt === undefined) throw new Error('the page kept no notes');
  return { drawnMs: drawnAt, workMs };
}
