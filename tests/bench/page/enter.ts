import type { Browser } from '@playwright/test';
import type { Crowd } from './crowd.ts';
import { type LoadedFile, watchFiles } from './first-load.ts';
import type { PageHouse } from './house.ts';
import { openSlowPage, type SlowPage } from './slow-page.ts';

/** The frame of the room with its agenda, and oneself on the stage. */
const ROOM = 'main [aria-label="Stage"] figure[aria-label]';
const LIMIT_MS = 60_000;

export interface Entered extends SlowPage {
  /** What was fetched until the room was drawn. */
  files: readonly LoadedFile[];
}

/**
 * Opens the room's own address with the ticket in hand, as a reload does: nothing is cached, and no press of a person
 * stands between the beginning of the navigation and the drawn room.
 */
export async function enterRoom(
  browser: Browser,
  { url }: PageHouse,
  { workshop, me }: Crowd,
  wish: { rate?: number; as?: string } = {},
): Promise<Entered> {
  const slow = await openSlowPage(browser, ROOM, wish.rate);
  const ticket = new URL(workshop.link(wish.as ?? me)).hash.slice(1);
  await slow.page.addInitScript((held) => sessionStorage.setItem('werkraum.ticket', held), ticket);
  const files = watchFiles(slow.page);
  await slow.page.goto(`${url}/room`);
  await untilDrawn(slow);
  return { ...slow, files: await files() };
}

/** Waits for the frame that shows what the page was opened for. */
export async function untilDrawn({ page }: SlowPage): Promise<void> {
  const isDrawn = () => (globalThis as { notes?: { drawnAt?: number } }).notes?.drawnAt !== undefined;
  await page.waitForFunction(isDrawn, null, { timeout: LIMIT_MS, polling: 100 });
}
