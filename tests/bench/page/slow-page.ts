import type { Browser, CDPSession, Page } from '@playwright/test';

export const SLOWED = 4;

/** A browser window of its own with an empty cache, whose processor is slowed down. */
export interface SlowPage {
  page: Page;
  cdp: CDPSession;
  close(): Promise<void>;
}

/** What the page itself writes down while it is measured. All times in ms since its navigation began. */
export interface Notes {
  drawnAt: number | undefined;
  longTasks: { at: number; ms: number }[];
  /** Of each answered press and each patch: from its arrival to the frame that shows it. */
  answers: number[];
  patches: number[];
}

/** Opens an empty window. `drawn` is a selector: once something matches it, the page counts as drawn. */
export async function openSlowPage(browser: Browser, drawn: string, rate = SLOWED): Promise<SlowPage> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  // The thread's own processor time: what other programs take away meanwhile is not counted.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await cdp.send('Network.enable');
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  await slowDown(cdp, rate);
  await page.addInitScript(takeNotes, drawn);
  return { page, cdp, close: () => context.close() };
}

export const slowDown = (cdp: CDPSession, rate: number): Promise<unknown> =>
  cdp.send('Emulation.setCPUThrottlingRate', { rate });

export const notesOf = (page: Page): Promise<Notes> =>
  page.evaluate(() => (globalThis as unknown as { notes: Notes }).notes);

/** Processor time of the page's main thread so far, in ms. Steady only while the page is not slowed down: that is done by keeping it busy. */
export async function mainThreadMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
}

// Runs inside the page, before anything of its own.
function takeNotes(drawn: string): void {
  const notes: Notes = { drawnAt: undefined, longTasks: [], answers: [], patches: [] };
  (globalThis as unknown as { notes: Notes }).notes = notes;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) notes.longTasks.push({ at: startTime, ms: duration });
  }).observe({ type: 'longtask', buffered: true });

  // A message posted inside a frame's callbacks is handled right after that frame was painted.
  const afterPaint = (run: () => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = run;
      port2.postMessage(undefined);
    });
  const look = () => {
    if (!document.querySelector(drawn)) return void requestAnimationFrame(look);
    afterPaint(() => {
      notes.drawnAt = performance.now();
    });
  };
  requestAnimationFrame(look);
  addEventListener(
    'pointerup',
    ({ timeStamp }) => afterPaint(() => notes.answers.push(performance.now() - timeStamp)),
    true,
  );
  const Plain = WebSocket;
  globalThis.WebSocket = class extends Plain {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('message', ({ data }) => {
        if (!String(data).includes('"patch"')) return;
        const arrivedAt = performance.now();
        afterPaint(() => notes.patches.push(performance.now() - arrivedAt));
      });
    }
  };
}
