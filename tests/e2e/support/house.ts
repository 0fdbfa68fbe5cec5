import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import { createMemoryEventStore } from '../../../apps/server/src/adapters/memory/event-store.ts';
import { createSystemClock } from '../../../apps/server/src/adapters/system-clock/system-clock.ts';
import { HOST_KEY, type ServerUnderTest, startServerUnderTest } from '../../support/server-under-test.ts';

export const clientFolder = fileURLToPath(new URL('../../../apps/client/dist', import.meta.url));

/** A visitor: one browser of their own, with nothing remembered. */
export type Visit = (address: string) => Promise<Page>;

interface Fixtures {
  /** A whole server without video, in this process, with the built client. */
  house: ServerUnderTest;
  /** Opens an address of the house in a browser of its own. What the page complains about fails the test. */
  visit: Visit;
}

/** What a browser says about answers that a test provokes on purpose. */
const EXPECTED = /Failed to load resource: the server responded with a status of (401|404|409)/;
/** Chromium does not know every name in the Permissions-Policy header; what it does not know it does not do. */
const HARMLESS = /Permissions-Policy header: Unrecognized feature/;

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's shape
  house: async ({}, use) => {
    const server = await startServerUnderTest({
      store: createMemoryEventStore(),
      clock: createSystemClock(),
      clientFolder,
    });
    await use(server);
    await server.stop();
  },
  visit: async ({ browser, house, contextOptions }, use) => {
    const complaints: string[] = [];
    const complain = (text: string) => {
      if (!EXPECTED.test(text) && !HARMLESS.test(text)) complaints.push(text);
    };
    await use(async (address) => {
      const context = await browser.newContext({
        ...contextOptions,
        locale: 'en-GB',
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      const page = await context.newPage();
      page.on('pageerror', (error) => complain(error.message));
      page.on('console', (message) => message.type() === 'error' && complain(message.text()));
      await page.goto(new URL(address, house.url).href);
      return page;
    });
    expect(complaints).toEqual([]);
  },
});

export const hostAddress = `/host#${HOST_KEY}`;
export { expect };
