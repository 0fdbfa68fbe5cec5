import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * An accessibility checker for a page, which gets the checker's own half a megabyte once per document and not with each question.
 * What is right is counted and not described, because nobody reads it here.
 */
export async function axeFor(page: Page): Promise<AxeBuilder> {
  const isThere = await page.evaluate(() => 'axe' in window);
  // One document without frames: no second page is needed to put results together.
  return new AxeBuilder({ page, ...(isThere && { axeSource: NOTHING_MORE }) })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] });
}

/** A script that does nothing; an empty one would be taken for none. */
const NOTHING_MORE = ';';
