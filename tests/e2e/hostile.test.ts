import { test as base, expect, type Page } from '@playwright/test';
import { readPdf } from '@werkraum/server/src/adapters/booklet/testing/read-pdf.ts';
import { unzipped } from '@werkraum/server/src/adapters/booklet/testing/unzipped.ts';
import { createMemoryEventStore } from '@werkraum/server/src/adapters/memory/event-store.ts';
import { createSystemClock } from '@werkraum/server/src/adapters/system-clock/system-clock.ts';
import { HOSTILE } from '../support/hostile.ts';
import { hostilePlan, hostileSurvey } from '../support/hostile-plan.ts';
import { closeHostileSurvey, openHostileSurvey, READER } from '../support/hostile-survey.ts';
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
import { HOST_KEY, startServerUnderTest } from '../support/server-under-test.ts';
import { type Expected, enterRoom, everyView, expectLiterally } from './support/every-view.ts';
import { type HostileWatch, watchHostile } from './support/hostile-watch.ts';
import { clientFolder } from './support/house.ts';

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
  expect(await person.enters({ takeOver: true })).toBeUndefined();
}

test('[E2E-80] the watch sees what acts', async ({ workshop, watch }) => {
  const page = await watch.open(workshop.server.url);
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: 'javascript:0' });
    const picture = Object.assign(document.createElement('img'), { src: 'https://evil.example/x.png' });
    document.body.append(link, picture);
    (window as unknown as { __hostile(number: number): void }).__hostile(1);
    window.alert('hostile');
  });
  await watch.audit(page, 'home');
  const signs = ['ran: 1', 'dialog: hostile', 'content policy: img-src', 'home: leads to <a', 'home: leads to <img'];
  const missed = () => signs.filter((sign) => !watch.faults().some((fault) => fault.includes(sign)));
  await expect.poll(missed).toEqual([]);
});

test('[E2E-80] whatever people write is text in every view of the room', async ({ workshop, watch }) => {
  const { people } = workshop;
  await prepareHostile(workshop);
  await talkHostile(workshop);
  expect(await takenThoughRefusable(workshop)).toEqual([]);
  await tableHostile(workshop);
  const names = people.map(({ name }) => name);
  const everywhere = { Questions: HOSTILE, Collected: HOSTILE, People: names };
  await looksAround(workshop, watch, 3, { ...everywhere, Notes: HOSTILE, Board: fitting(280) });
  await looksAround(workshop, watch, 0, everywhere);

  await reflectHostile(workshop);
  await looksAround(workshop, watch, 0, { ...everywhere, Chat: HOSTILE, Board: fitting(280) });
  expect(watch.faults()).toEqual([]);
});

test('[E2E-80] whatever people write is text on the pages before and after, and in every file', async ({
  workshop,
  watch,
}) => {
  await prepareHostile(workshop);
  const look = async (address: string, texts: readonly string[], press?: (page: Page) => Promise<void>) => {
    const page = await watch.open(address);
    await press?.(page);
    await expectLiterally(page, texts, address);
    await watch.audit(page, new URL(address).pathname);
    await page.context().close();
  };
  const plan = hostilePlan();
  const asked = plan.questions?.map(({ prompt }) => prompt) ?? [];
  await look(workshop.link(3, '/prepare'), [plan.title, ...asked, ...plan.phases.map(({ title }) => title)]);
  await talkHostile(workshop);
  await tableHostile(workshop);
  await reflectHostile(workshop);
  await openHostileSurvey(workshop);
  await look(
    workshop.link(READER, '/survey'),
    hostileSurvey().map(({ prompt }) => prompt),
  );
  await closeHostileSurvey(workshop);
  await look(workshop.link(READER, '/survey'), HOSTILE);
  await bookletHostile(workshop);
  await look(workshop.link(3, '/booklet'), HOSTILE);
  await look(workshop.link(0, '/booklet'), HOSTILE, (page) =>
    page.getByRole('button', { name: 'Edit', exact: true }).click(),
  );
  const names = workshop.people.map(({ name }) => name);
  await look(`${workshop.server.url}/host#${HOST_KEY}`, [plan.title, ...names], (page) =>
    page.getByText(`${names.length} people`).click(),
  );
  await filesAreHarmless(workshop, await watch.open('about:blank'));
  expect(watch.faults()).toEqual([]);
});

/** All that leaves the house as a file. `page` reads XML as strictly as a browser does. */
async function filesAreHarmless({ person }: HostileWorkshop, page: Page): Promise<void> {
  const file = async (path: string) => new Uint8Array(await (await person(0).fetches('GET', path)).arrayBuffer());
  await expectHarmlessMarkdown(Buffer.from(await file('/booklet.md')).toString());
  await expectHarmlessWord(unzipped(await file('/booklet.docx')), page);
  await expectHarmlessPdf(await file('/booklet.pdf'));
  expectHarmlessTable(Buffer.from(await file('/survey/results.csv')).toString());
}

const OUTSIDE = /^(https:\/\/|mailto:)/;

function expectHarmlessMarkdown(text: string): void {
  const bare = text.replaceAll(/\\[!-/:-@[-`{-~]/g, '');
  const links = [...bare.matchAll(/\]\(<?([^)>\s]*)/g)].map(([, to = '']) => to);
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) expect(link).toMatch(OUTSIDE);
  expect(bare.replaceAll(/\]\(<[^>]*>\)/g, '')).not.toMatch(/<[a-z!?/]|!\[|`|\$|&[a-z#]|:\/\//i);
}

async function expectHarmlessWord(files: ReadonlyMap<string, string>, page: Page): Promise<void> {
  const parts = [...files].filter(([name]) => /\.(xml|rels)$/.test(name));
  expect(parts.length).toBeGreaterThan(5);
  const isBroken = (xml: string) =>
    new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror') !== null;
  for (const [name, xml] of parts)
    expect({ name, broken: await page.evaluate(isBroken, xml) }).toEqual({ name, broken: false });
  const targets = parts.flatMap(([, xml]) => [...xml.matchAll(/Target="([^"]*)" TargetMode="External"/g)]);
  expect(targets.length).toBeGreaterThan(0);
  for (const [, target] of targets) expect(target).toMatch(OUTSIDE);
  for (const [, field] of (files.get('word/document.xml') ?? '').matchAll(/<w:instrText[^>]*>([^<]*)</g))
    expect(field).toMatch(/^(TOC|PAGE|PAGEREF)\b/);
}

async function expectHarmlessPdf(bytes: Uint8Array): Promise<void> {
  const { text, links, source } = await readPdf(bytes);
  const packed = (said: string) => said.replaceAll(/[\s\u200b\u00ad-]+/g, '');
  const all = packed(text);
  for (const said of HOSTILE.filter((each) => /^#|^\$|\bpanic\b/.test(each))) expect(all).toContain(packed(said));
  expect(links.length).toBeGreaterThan(0);
  for (const link of links) expect(link).toMatch(OUTSIDE);
  expect(source).not.toMatch(/\/(JavaScript|JS|Launch|EmbeddedFile|AcroForm|OpenAction|AA)\b/);
}

/** A cell that a spreadsheet would compute begins with an apostrophe (OWASP, CSV injection). */
function expectHarmlessTable(csv: string): void {
  const cells = [...csv.slice(1).matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(?:,|\r\n|$)/g)].map(([, cell = '']) =>
    cell.replace(/^"|"$/g, '').replaceAll('""', '"'),
  );
  expect(cells.filter((cell) => /^'[=+@-]/.test(cell)).length).toBeGreaterThanOrEqual(4);
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
}
