import type { Browser, Page } from '@playwright/test';
import type { RunningWorkshop } from './running-house.ts';

/** Opens a personal link in a browser of its own and walks in, with the camera on if wished. */
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
  if (wish.camera) await page.getByRole('button', { name: 'Camera', exact: true }).click();
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('region', { name: 'Stage' }).waitFor();
  return page;
}
