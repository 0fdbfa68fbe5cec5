import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import { compared, type Line, type Pair, quantile, sortedCopy } from '../lines.ts';
import type { Crowd } from './crowd.ts';
import { type Entered, enterRoom } from './enter.ts';
import type { PageHouse } from './house.ts';
import { mainThreadMs, notesOf } from './slow-page.ts';

const ROUNDS = 3;
const WINDOW_MS = 2_000;
const CHANGES = 10;

type View = 'stage' | 'people' | 'plan';
const VIEWS: readonly View[] = ['stage', 'people', 'plan'];
const WORDS: Readonly<Record<View, string>> = {
  stage: 'stage and task',
  people: 'people list',
  plan: 'floor plan',
};

/** One page while hands go up, and while nothing happens. */
interface Stir {
  /** From the arrival of a patch to the frame that shows it; the middle one of a window. */
  shownMs: number;
  /** Work per patch, without what the page does anyway. */
  workMs: number;
  /** Work per second while nothing happens: clocks. */
  restMs: number;
}

/** What hands going up cost the page of a big workshop, beside that of a small one. */
export async function stirLines(
  browser: Browser,
  house: PageHouse,
  { small, big }: { small: Crowd; big: Crowd },
  say: (text: string) => void,
): Promise<Line[]> {
  const pages: [Crowd, Entered][] = [];
  for (const crowd of [small, big]) pages.push([crowd, await enterRoom(browser, house, crowd)]);
  const lines: Line[] = [];
  for (const view of VIEWS) {
    say(`hands go up: ${WORDS[view]}`);
    const pairs: [big: Stir, small: Stir][] = [];
    for (const [, { page }] of pages) await show(page, view);
    for (let round = 0; round < ROUNDS; round++) {
      const [few, many] = [await stir(pages[0]), await stir(pages[1])];
      pairs.push([many, few]);
    }
    lines.push(...linesOf(view, pairs));
  }
  for (const [, entered] of pages) await entered.close();
  return lines;
}

function linesOf(view: View, pairs: readonly [big: Stir, small: Stir][]): Line[] {
  const of = (what: keyof Stir): Pair[] => pairs.map(([big, small]) => [big[what], small[what]]);
  const words = WORDS[view];
  return [
    compared(`patch shown, 500 people, ${words}`, 'ms', '12 people', of('shownMs'), {
      note: 'a frame takes up to 17 ms by itself',
    }),
    compared(`main thread per patch, 500 people, ${words}`, 'ms', '12 people', of('workMs')),
    compared(`main thread per idle second, 500 people, ${words}`, 'ms', '12 people', of('restMs')),
  ];
}

async function stir(opened: [Crowd, Entered] | undefined): Promise<Stir> {
  if (!opened) throw new Error('no page');
  const [crowd, { page, cdp }] = opened;
  const begun = await mainThreadMs(cdp);
  await pause(WINDOW_MS);
  const rest = (await mainThreadMs(cdp)) - begun;
  const before = await notesOf(page);
  const middle = await mainThreadMs(cdp);
  for (let change = 0; change < CHANGES; change++) {
    await Promise.all([crowd.changeHand(), pause(WINDOW_MS / CHANGES)]);
  }
  const work = (await mainThreadMs(cdp)) - middle;
  const patches = (await notesOf(page)).patches.slice(before.patches.length);
  if (patches.length < CHANGES / 2) throw new Error('the patches did not come');
  return {
    shownMs: quantile(sortedCopy(patches), 0.5),
    workMs: (work - rest) / patches.length,
    restMs: (rest * 1_000) / WINDOW_MS,
  };
}

async function show(page: Page, view: View): Promise<void> {
  const panel = page.getByRole('complementary').getByRole('navigation');
  const centre = page.getByRole('group', { name: 'Show in the middle' });
  await panel.getByRole('button', { name: view === 'people' ? 'People' : 'Task' }).click();
  await centre.getByText(view === 'plan' ? 'Floor plan' : 'Stage').click();
  await page.waitForFunction(() => true);
}
