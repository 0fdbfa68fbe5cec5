import { test as base, expect } from '@playwright/test';
import { createMemoryEventStore } from '@werkraum/server/src/adapters/memory/event-store.ts';
import { createSystemClock } from '@werkraum/server/src/adapters/system-clock/system-clock.ts';
import { HOSTILE } from '../support/hostile.ts';
import {
  bookletHostile,
  createHostileWorkshop,
  type HostileWorkshop,
  prepareHostile,
  reflectHostile,
  tableHostile,
  takenThoughRefusable,
  talkHostile,
} from '../support/hostile-workshop.ts';
import { expectLiterally, enterRoom, everyView, type Expected } from './support/every-view.ts';
import { type HostileWatch, watchHostile } from './support/hostile-watch.ts';
import { clientFolder } from './support/house.ts';
import { HOST_KEY, startServerUnderTest } from '../support/server-under-test.ts';

interface Fixtures {
  workshop: HostileWorkshop;
  watch: HostileWatch;
}

const NO_LIMITS = { perSecond: Number.MAX_SAFE_INTEGER, burst: Number.MAX_SAFE_INTEGER };

const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's shape
  workshop: async ({}, use) => {
    const server = await startServerUnderTest({
      ...{ store: createMemoryEventStore(), clock: createSystemClock(), clientFolder, floodLimits: NO_LIMITS },
    });
    await use(await createHostileWorkshop(server));
    expect(server.faults).toEqual([]);
    await server.stop();
  },
  watch: async ({ browser, workshop }, use) => use(watchHostile(browser, workshop.server.url)),
});

const fitting = (max: number) => HOSTILE.filter(({ length }) => length <= max);

/** Somebody leaves their line for a browser, looks at everything there is, and takes up the line again. */
async function looksAround(workshop: HostileWorkshop, watch: HostileWatch, index: number, expected: Expected) {
  const person = workshop.person(index);
  await person.vanishes();
  const page = await watch.open(workshop.link(index, '/join'));
  await enterRoom(page);
  const seen = await everyView(page, expected, (view) => watch.audit(page, `${view} of person ${index}`));
  expect(seen).toEqual(expect.arrayContaining(Object.keys(expected)));
  await page.context().close();
  expect(await person.enters()).toBeUndefined();
}

test('[E2E-60] the watch sees what acts', async ({ workshop, watch }) => {
  const page = await watch.open(workshop.server.url);
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: 'javascript:0' });
    const picture = Object.assign(document.createElement('img'), { src: 'https://evil.example/x.png' });
    document.body.append(link, picture);
    link.setAttribute('onclick', 'x');
    (window as unknown as { __hostile(number: number): void }).__hostile(1);
    window.alert('hostile');
  });
  await watch.audit(page, 'home');
  const seen = /ran: 1|dialog: hostile|content policy: img-src|content policy: script-src|home: (handler|leads to)/;
  await expect.poll(() => new Set(watch.faults().map((fault) => seen.exec(fault)?.[0])).size).toBeGreaterThanOrEqual(6);
});

test('[E2E-60] whatever people write is text on every page and in every view of the room', async ({ workshop, watch }) => {
  const { server, person, people } = workshop;
  await prepareHostile(workshop);
  const prepare = await watch.open(workshop.link(3, '/prepare'));
  await expectLiterally(prepare, people.slice(3, 4).map(({ name }) => name), 'prepare');
  await watch.audit(prepare, 'prepare');

  await talkHostile(workshop);
  expect(await takenThoughRefusable(workshop)).toEqual([]);
  await tableHostile(workshop);
  const names = people.map(({ name }) => name);
  const everywhere = { Questions: HOSTILE, Collected: fitting(240), People: names };
  await looksAround(workshop, watch, 3, { ...everywhere, Board: fitting(280) });
  await looksAround(workshop, watch, 0, everywhere);

  await reflectHostile(workshop);
  await looksAround(workshop, watch, 4, { ...everywhere, Chat: HOSTILE, Board: fitting(280) });
  await looksAround(workshop, watch, 0, everywhere);
  expect(server.faults).toEqual([]);
  expect(watch.faults()).toEqual([]);
  await person(0).asks({ type: 'end-session' });
  await bookletHostile(workshop);
  expect(HOST_KEY).toBeTruthy();
});
