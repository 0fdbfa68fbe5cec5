import type { Browser } from '@playwright/test';
import { alone, compared, type Line, type Pair } from '../lines.ts';
import type { Crowd } from './crowd.ts';
import { enterRoom, untilDrawn } from './enter.ts';
import type { LoadedFile } from './first-load.ts';
import { startFloorPage } from './floor.ts';
import type { PageHouse } from './house.ts';
import { mainThreadMs, notesOf, openSlowPage } from './slow-page.ts';

const ROUNDS = 3;

/** One page from the beginning of its navigation to its first answer. */
interface Arrival {
  drawnMs: number;
  longestTaskMs: number;
  workMs: number;
  /** From a press to the frame that shows its answer. */
  answerMs: number;
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
  const few: Arrival[] = [];
  const many: Arrival[] = [];
  const floor: number[] = [];
  try {
    await arrive(browser, house, small); // the browser and the server are warm, the page never is
    for (let round = 0; round < ROUNDS; round++) {
      say(`arriving, round ${round + 1} of ${ROUNDS}`);
      floor.push(await drawFloor(browser, floorPage.url));
      few.push(await arrive(browser, house, small));
      many.push(await arrive(browser, house, middle));
    }
  } finally {
    await floorPage.stop();
  }
  return linesOf(few, many, floor);
}

function linesOf(few: readonly Arrival[], many: readonly Arrival[], floor: readonly number[]): Line[] {
  const beside = (one: readonly number[], other: readonly number[]): Pair[] =>
    one.map((value, round) => [value, other[round] ?? Number.NaN]);
  const of = (arrivals: readonly Arrival[], what: keyof Arrival) => arrivals.map((arrival) => arrival[what]);
  const answer = { note: 'a press on a panel’s button right after the drawing' };
  return [
    compared('room drawn, 12 people', 'ms', 'same bytes, idle', beside(of(few, 'drawnMs'), floor), {
      note: 'from the beginning of the navigation, empty cache, nothing compressed; what is compared with only loads and parses',
    }),
    compared('room drawn, 200 people', 'ms', '12 people', beside(of(many, 'drawnMs'), of(few, 'drawnMs'))),
    alone('main thread until answered, 12 people', 'ms', of(few, 'workMs')),
    compared(
      'main thread until answered, 200 people',
      'ms',
      '12 people',
      beside(of(many, 'workMs'), of(few, 'workMs')),
    ),
    alone('longest task while arriving, 12 people', 'ms', of(few, 'longestTaskMs')),
    alone('longest task while arriving, 200 people', 'ms', of(many, 'longestTaskMs')),
    alone('first press answered, 12 people', 'ms', of(few, 'answerMs'), answer),
    alone('first press answered, 200 people', 'ms', of(many, 'answerMs'), answer),
  ];
}

async function arrive(browser: Browser, house: PageHouse, crowd: Crowd): Promise<Arrival> {
  const entered = await enterRoom(browser, house, crowd);
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

async function drawFloor(browser: Browser, url: string): Promise<number> {
  const slow = await openSlowPage(browser, 'h1');
  await slow.page.goto(url);
  await untilDrawn(slow);
  const { drawnAt } = await notesOf(slow.page);
  await slow.close();
  return drawnAt ?? Number.NaN;
}
