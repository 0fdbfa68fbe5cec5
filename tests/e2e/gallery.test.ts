import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './support/house.ts';

// Every state of every page, drawn from literal documents, under the same strict headers as the real thing.

const LOOKS = [
  { name: 'projector, light, English', viewport: { width: 1440, height: 900 }, colorScheme: 'light', lang: 'en' },
  { name: 'phone, dark, German', viewport: { width: 360, height: 800 }, colorScheme: 'dark', lang: 'de' },
] as const;

/** What is wrong with the page as it stands: accessibility, and content wider than the window. */
async function faults(page: Page, exhibit: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const places = ({ id, nodes }: (typeof violations)[number]) =>
    `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`;
  return [...violations.map(places), ...(wide > 0 ? [`wider than the window by ${wide}px`] : [])].map(
    (fault) => `${exhibit}: ${fault}`,
  );
}

for (const { name, viewport, colorScheme, lang } of LOOKS) {
  test(`[E2E-GA] every state can be read by everybody: ${name}`, async ({ visit }) => {
    test.setTimeout(15 * 60_000);
    const page = await visit('/gallery');
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const exhibits = page.getByRole('listitem').getByRole('link');
    await exhibits.first().waitFor();
    const addresses = await exhibits.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(addresses.length).toBeGreaterThan(30);

    const found: string[] = [];
    for (const address of addresses) {
      await page.goto(new URL(`${address}&lang=${lang}`, page.url()).href);
      await page.locator('main, dialog').first().waitFor();
      found.push(...(await faults(page, decodeURIComponent(address.split('show=')[1] ?? address))));
    }
    expect(found).toEqual([]);
  });
}
