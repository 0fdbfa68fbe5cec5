import type { Page } from '@playwright/test';
import { axeFor } from './support/axe.ts';
import { galleryPage } from './support/gallery-page.ts';
import { expect, test } from './support/house.ts';

// Every state of every page, drawn from literal documents, under the same strict headers as the real thing.

interface Look {
  name: string;
  viewport: { width: number; height: number };
  colorScheme: 'light' | 'dark';
  lang: 'en' | 'de';
  /** Rules of axe to ask; none: all of them. */
  rules: readonly string[];
}

// All rules are asked once; in the other look only what can differ there: colours, and room for everything.
const LOOKS: readonly Look[] = [
  { name: 'phone, dark, German', viewport: { width: 360, height: 800 }, colorScheme: 'dark', lang: 'de', rules: [] },
  {
    ...{ name: 'projector, light, English', viewport: { width: 1440, height: 900 }, colorScheme: 'light', lang: 'en' },
    rules: ['color-contrast'],
  },
];

/** Exhibits of these groups are whole pages; the others are parts, of which one need not have a heading of its own. */
const PAGES = /^(booklet|design|home|host|join|prepare|room) \//;
const PAGE_RULES = ['page-has-heading-one', 'landmark-one-main', 'region'];

/** What is wrong with the page as it stands: accessibility, and content wider than the window. */
async function faults(page: Page, exhibit: string, rules: readonly string[]): Promise<string[]> {
  const axe = await axeFor(page);
  if (rules.length > 0) axe.withRules([...rules]);
  else if (!PAGES.test(exhibit)) axe.disableRules(PAGE_RULES);
  const { violations } = await axe.analyze();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const places = ({ id, nodes }: (typeof violations)[number]) =>
    `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`;
  return [...violations.map(places), ...(wide > 0 ? [`wider than the window by ${wide}px`] : [])].map(
    (fault) => `${exhibit}: ${fault}`,
  );
}

for (const { name, viewport, colorScheme, lang, rules } of LOOKS) {
  test(`[E2E-GA] every state can be read by everybody: ${name}`, async ({ visit }) => {
    test.setTimeout(15 * 60_000);
    const page = await visit(`/gallery?lang=${lang}`);
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const exhibits = page.getByRole('listitem').getByRole('link');
    await exhibits.first().waitFor();
    const names = await exhibits.allTextContents();
    expect(names.length).toBeGreaterThan(30);

    const gallery = galleryPage(page);
    const found: string[] = [];
    for (const exhibit of names) {
      await gallery.show(exhibit);
      found.push(...(await faults(page, exhibit, rules)));
    }
    expect(found).toEqual([]);
  });
}
