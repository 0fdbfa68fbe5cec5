import { type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test';
import { modelWorkshop, type Role, type SessionPlan } from '@werkraum/protocol';
import { type ConsoleWatch, NOTHING, watchConsoles } from './console-watch.ts';
import { type DoorPage, doorPage } from './door-page.ts';
import { type RoomPage, roomPage } from './room-page.ts';
import { type RunningHouse, startRunningHouse } from './running-house.ts';
import type { RunningWorkshop } from './running-workshop.ts';

export interface Visit extends Pick<BrowserContextOptions, 'locale' | 'viewport' | 'colorScheme'> {
  /** Switched on before the door. */
  camera?: boolean;
  /** Has a look at the page before it is opened. */
  prepare?: (page: Page) => Promise<void>;
}

interface Options {
  plan: SessionPlan;
  people: Readonly<Record<string, Role>>;
  /** Console errors that belong to what the tests do. */
  expectedErrors: RegExp;
}

interface Fixtures {
  /** A session of its own for each test, made through the public API. */
  workshop: RunningWorkshop;
  consoles: ConsoleWatch;
  /** A browser window of its own, for whoever has no personal link. */
  openBrowser(name: string, visit?: Visit): Promise<Page>;
  /** Opens a personal link in a browser of its own and stands at the door. */
  arrive(name: string, visit?: Visit): Promise<DoorPage>;
  /** Goes in through a personal link, in a browser of its own. */
  enter(name: string, visit?: Visit): Promise<RoomPage>;
}

interface WorkerFixtures {
  house: RunningHouse;
  foundHouse: RunningHouse | { missing: string };
}

export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  plan: [modelWorkshop('en').plan, { option: true }],
  people: [{ Frieda: 'facilitator', Ada: 'participant', Ben: 'participant' }, { option: true }],
  expectedErrors: [NOTHING, { option: true }],

  foundHouse: [
    // biome-ignore lint/correctness/noEmptyPattern: the test runner reads the parameters of fixtures
    async ({}, use) => {
      const found = await startRunningHouse();
      await use(found);
      if (!('missing' in found)) await found.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  house: [
    async ({ foundHouse }, use) => {
      if ('missing' in foundHouse) base.skip(true, `no LiveKit: ${foundHouse.missing}`);
      await use(foundHouse as RunningHouse);
    },
    { scope: 'worker' },
  ],

  workshop: async ({ house, plan, people }, use) => use(await house.create(plan, people)),
  consoles: [
    async ({ expectedErrors }, use) => {
      const consoles = watchConsoles(expectedErrors);
      await use(consoles);
      expect(consoles.faults(), 'no page complains').toEqual([]);
    },
    { auto: true },
  ],
  openBrowser: async ({ browser, consoles }, use) => {
    const opened: { close(): Promise<void> }[] = [];
    await use(async (name, { locale = 'en-GB', viewport = null, colorScheme, prepare } = {}) => {
      const context = await browser.newContext({
        locale,
        permissions: ['camera', 'microphone', 'clipboard-read', 'clipboard-write'],
        ...(viewport ? { viewport } : {}),
        ...(colorScheme ? { colorScheme } : {}),
      });
      opened.push(context);
      await consoles.add(context, name);
      const page = await context.newPage();
      await prepare?.(page);
      return page;
    });
    await Promise.all(opened.map((context) => context.close()));
  },
  arrive: async ({ openBrowser, workshop }, use) =>
    use(async (name, visit) => {
      const page = await openBrowser(name, visit);
      await page.goto(workshop.link(name));
      return doorPage(page);
    }),
  enter: async ({ arrive }, use) =>
    use(async (name, visit = {}) => {
      const door = await arrive(name, visit);
      if (visit.camera) await door.switchCameraOn();
      await door.enter();
      const room = roomPage(door.page);
      await room.isOpen();
      return room;
    }),
});

export { expect };
