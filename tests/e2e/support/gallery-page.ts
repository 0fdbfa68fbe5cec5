import { expect, type Page, type Request } from '@playwright/test';

/** The gallery of all states, walked through in one document: what has been fetched for one is there for all. */
export function galleryPage(page: Page) {
  const coming = pending(page);
  return {
    /** Shows one state alone, and waits until what it fetches by itself has come and is drawn. */
    show: async (exhibit: string) => {
      await page.evaluate(goTo, `/gallery?show=${encodeURIComponent(exhibit)}`);
      await expect(page.locator('html')).toHaveAttribute('data-exhibit', exhibit);
      for (let quiet = false; !quiet || coming.size > 0; ) {
        quiet = coming.size === 0;
        await page.evaluate(twoFrames);
      }
    },
  };
}

/** The requests of a page that are under way. */
function pending(page: Page): ReadonlySet<Request> {
  const requests = new Set<Request>();
  page.on('request', (request) => requests.add(request));
  page.on('requestfinished', (request) => requests.delete(request));
  page.on('requestfailed', (request) => requests.delete(request));
  return requests;
}

/** As the browser's own buttons do it, in the page. */
function goTo(address: string): void {
  history.replaceState(null, '', address);
  dispatchEvent(new PopStateEvent('popstate'));
}

/** Resolves once what was known at the call has been drawn, in the page. */
const twoFrames = () =>
  new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
