import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from '@playwright/test';
import { compared, type Line, type Pair, quantile, sortedCopy } from '../lines.ts';
import type { Crowd } from './crowd.ts';
import { type Entered, enterRoom } from './enter.ts';
import type { PageHouse } from './house.ts';
import { mainThreadMs, notesOf, SLOWED, slowDown } from './slow-page.ts';

const ROUNDS = 3;
const REST_MS = 1_000;
const CHANGES = 6;
const BETWEEN_MS = 150;

type View = 'stage' | 'people' | 'plan';
const VIEWS: readonly View[] = ['stage', 'people', 'plan'];
const WORDS: Readonly<Record<View, string>> = {
  stage: 'stage and task',
  people: 'people list',
  plan: 'floor plan',
};

/** One page while hands go up, and while nothing happens. */
interface Stir {
  /** From the arrival of a patch to the frame that shows it, slowed down; the middle one of a few. */
  shownMs: number;
  /** Processor time per patch, not slowed down, without what the page does anyway. */
  workMs: number;
  /** The same per second while nothing happens: clocks. */
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
      note: 'slowed down; a frame takes up to 17 ms by itself',
    }),
    compared(`processor per patch, 500 people, ${words}`, 'ms', '12 people', of('workMs')),
    compared(`processor per idle second, 500 people, ${words}`, 'ms', '12 people', of('restMs')),
  ];
}

async function stir(opened: [Crowd, Entered] | undefined): Promise<Stir> {
  if (!opened) throw new Error('no page');
  const [crowd, { page, cdp }] = opened;
  await slowDown(cdp, 1);
  const rest = await workWhile(cdp, () => pause(REST_MS));
  const work = await workWhile(cdp, () => changeHands(crowd));
  await slowDown(cdp, SLOWED);
  const before = (await notesOf(page)).patches.length;
  await changeHands(crowd);
  const patches = (await notesOf(page)).patches.slice(before);
  if (patches.length < CHANGES / 2) throw new Error('the patches did not come');
  const idleMs = (rest * CHANGES * BETWEEN_MS) / REST_MS;
  return { shownMs: quantile(sortedCopy(patches), 0.5), workMs: (work - idleMs) / CHANGES, restMs: rest };
}

async function workWhile(cdp: CDPSession, act: () => Promise<unknown>): Promise<number> {
  const begun = await mainThreadMs(cdp);
  await act();
  return (await mainThreadMs(cdp)) - begun;
}

async function changeHands(crowd: Crowd): Promise<void> {
  for (let change = 0; change < CHANGES; change++) await Promise.all([crowd.changeHand(), pause(BETWEEN_MS)]);
}

async function show(page: Page, view: View): Promise<void> {
  const panel = page.getByRole('complementary').getByRole('navigation');
  const centre = page.getByRole('group', { name: 'Show in the middle' });
  await panel.getByRole('button', { name: view === 'people' ? 'People' : 'Task' }).click();
  await centre.getByText(view === 'plan' ? 'Floor plan' : 'Stage').click();
  if (view === 'plan')
    await page
      .getByRole('group', { name: /Plenary|Floor plan/ })
      .first()
      .waitFor();
}
