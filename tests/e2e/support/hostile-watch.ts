import type { Browser, Page } from '@playwright/test';

/** Browsers in which nothing that people wrote may act. */
export interface HostileWatch {
  /** Opens an address of the house in a browser of its own. */
  open(address: string): Promise<Page>;
  /** Looks through the document as it is now: whatever in it could act, or lead or ask elsewhere, is a fault. */
  audit(page: Page, what: string): Promise<void>;
  faults(): readonly string[];
}

/** What a browser says about answers that the pages bear, and about headers it does not know. */
const EXPECTED = /status of (401|403|404|409)|Permissions-Policy header: Unrecognized feature/;

/** Notes dialogs, scripts that ran, errors, violations of the content policy, windows, and requests that leave the house. */
export function watchHostile(browser: Browser, house: string): HostileWatch {
  const faults: string[] = [];
  const { origin } = new URL(house);
  const ask = (url: string) => {
    const { protocol, host, pathname } = new URL(url);
    const own = protocol === 'blob:' ? url.startsWith(`blob:${origin}/`) : host === new URL(origin).host;
    if (!own || decodeURIComponent(pathname).startsWith('/hostile')) faults.push(`asked for ${url}`);
  };

  async function open(address: string): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1600, height: 1000 } });
    context.on('dialog', (dialog) => {
      faults.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    context.on('weberror', (error) => faults.push(`uncaught: ${error.error().message}`));
    context.on('console', (message) => {
      if (message.type() === 'error' && !EXPECTED.test(message.text())) faults.push(`console: ${message.text()}`);
    });
    context.on('request', (request) => ask(request.url()));
    await context.exposeFunction('__hostile', (number: unknown) => faults.push(`ran: ${number}`));
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        console.error(`content policy: ${violatedDirective} refuses ${blockedURI}`);
      });
    });
    const page = await context.newPage();
    context.on('page', (other) => faults.push(`window: ${other.url()}`));
    await page.goto(address);
    return page;
  }

  return {
    open,
    audit: async (page, what) => {
      for (const fault of await page.evaluate(faultsInDocument)) faults.push(`${what}: ${fault}`);
    },
    faults: () => faults,
  };
}

/** Runs in the page. */
function faultsInDocument(): string[] {
  const strangers = 'iframe,frame,object,embed,applet,base,math,template,foreignObject,marquee,portal,animate,set';
  const leading = ['href', 'xlink:href', 'src', 'srcset', 'srcdoc', 'data', 'action', 'formaction', 'poster', 'ping'];
  const told = (element: Element) => element.outerHTML.slice(0, 200);
  const isOwn = (address: string) => {
    const url = URL.canParse(address, location.href) ? new URL(address, location.href) : undefined;
    return url?.origin === location.origin && /^(https?|blob):$/.test(url.protocol);
  };
  const isOutside = (element: Element, address: string) =>
    element.localName === 'a' &&
    (/^mailto:/i.test(address) ||
      (/^https:\/\//i.test(address) && /\bnoopener\b/.test(element.getAttribute('rel') ?? '')));

  const found = [...document.querySelectorAll(strangers)].map((element) => `stranger ${told(element)}`);
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) found.push(`handler ${told(element)}`);
      if (name === 'style' && /url\(|expression|@import/i.test(value)) found.push(`style ${told(element)}`);
      if (leading.includes(name) && !isOwn(value) && !isOutside(element, value))
        found.push(`leads to ${told(element)}`);
    }
  }
  return found;
}
