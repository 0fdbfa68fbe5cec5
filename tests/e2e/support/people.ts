import type { Browser, Page } from '@playwright/test';
import { doorPage } from './door-page.ts';
import { roomPage } from './room-page.ts';
import type { RunningWorkshop } from './running-workshop.ts';

/** Goes in through a personal link in a browser of its own, for scripts that are no tests (those have `enter`). */
export async function walkIn(
  browser: Browser,
  workshop: RunningWorkshop,
  name: string,
  wish: { camera?: boolean; prepare?: (page: Page) => Promise<void> } = {},
): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', permissions: ['camera', 'microphone'] });
  const page = await context.newPage();
  await wish.prepare?.(page);
  await page.goto(workshop.link(name));
  const door = doorPage(page);
  if (wish.camera) await door.switchCameraOn();
  await door.enter();
  await roomPage(page).isOpen();
  return page;
}
