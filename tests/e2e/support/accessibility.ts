import { expect, type Page } from '@playwright/test';
import { axeFor } from './axe.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export interface Look {
  colorScheme: 'light' | 'dark';
  viewport: { width: number; height: number };
}

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 800 };
/** Light and dark, desktop and phone. */
const LOOKS: readonly Look[] = [DESKTOP, PHONE].flatMap((viewport) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ colorScheme, viewport })),
);

/** The two that differ most, where the four would take too long. */
export const TWO_LOOKS: readonly Look[] = [
  { colorScheme: 'light', viewport: DESKTOP },
  { colorScheme: 'dark', viewport: PHONE },
];

/** Checks a page in every look: nothing an accessibility checker objects to, and nothing to scroll sideways. */
export async function expectAccessible(page: Page, what: string, looks: readonly Look[] = LOOKS): Promise<void> {
  const before = page.viewportSize();
  for (const { colorScheme, viewport } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize(viewport);
    const where = `${what}, ${colorScheme}, ${viewport.width} px wide`;
    expect.soft(await violations(page), where).toEqual([]);
    expect.soft(await sidewaysPx(page), `${where}: reaches over the edge`).toBe(0);
  }
  if (before) await page.setViewportSize(before);
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await (await axeFor(page)).withTags(RULES).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`));
}

const sidewaysPx = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, (document.scrollingElement?.scrollWidth ?? 0) - window.innerWidth));
