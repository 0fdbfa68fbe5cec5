import type { Page } from '@playwright/test';
import { expect, hostAddress, test } from './support/house.ts';

/** The organiser's page by what stands on it. */
const hostPage = (page: Page) => ({
  async startsAWorkshop() {
    await page.getByRole('link', { name: 'New workshop' }).click();
    await page.getByRole('button', { name: 'Use this: Model workshop' }).click();
  },
  async pastes(names: string) {
    await page.getByRole('tab', { name: /^People/ }).click();
    await page.getByRole('button', { name: 'Paste a list' }).click();
    await page.getByRole('dialog').getByRole('textbox', { name: 'Names and addresses' }).fill(names);
    await page.getByRole('button', { name: 'Add these people' }).click();
  },
  creates: () => page.getByRole('button', { name: 'Create and show the links' }).click(),
  /** Every personal link by name, as "Copy all" gives them. */
  async links(): Promise<(name: string) => string> {
    await page.getByRole('button', { name: 'Copy all' }).click();
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
    const linkIn = (line: string | undefined) => /https?:\S+$/.exec(line ?? '')?.[0] ?? 'no such link';
    return (name) => linkIn(lines.find((line) => line.startsWith(name)));
  },
});

const entrance = (page: Page) => ({
  enters: () => page.getByRole('button', { name: 'Enter', exact: true }).click(),
  async knocksAs(name: string) {
    await page.getByRole('textbox', { name: 'Your name' }).fill(name);
    await page.getByRole('button', { name: 'Knock' }).click();
  },
  waitsAs: (name: string) => expect(page.getByText(`Hello, ${name}`)).toBeVisible(),
  isInside: () => expect(page).toHaveURL(/\/room$/),
  isToldWhy: (heading: string) => expect(page.getByRole('heading', { name: heading })).toBeVisible(),
});

test('[E2E-EN-1] from the host link to people in the room', async ({ house, visit }) => {
  const organiser = await visit(hostAddress);
  const desk = hostPage(organiser);
  await desk.startsAWorkshop();
  await desk.pastes('Zoe Miller\nAda');
  await desk.creates();
  const linkOf = await desk.links();
  await expect(organiser).toHaveURL(/\/design\?draft=[\w-]+$/); // the key is out of sight

  const zoePage = await visit(linkOf('Zoe Miller'));
  const zoe = entrance(zoePage);
  await expect(zoePage).toHaveURL(/\/join$/); // so is the ticket
  await zoe.enters();
  await zoe.waitsAs('Zoe Miller');
  await expect(zoePage.getByRole('heading', { name: 'Innovative municipalities' })).toBeVisible();

  const friedaPage = await visit(linkOf('Frieda'));
  await entrance(friedaPage).enters();
  await entrance(friedaPage).isInside();
  await friedaPage.getByRole('button', { name: 'Open the doors' }).first().click();
  await zoe.isInside();

  await zoePage.reload();
  await zoe.isInside();
  expect((await house.list())[0]?.seats).toHaveLength(13);
});

test('[E2E-EN-2] a guest knocks under a free name and waits', async ({ visit }) => {
  const desk = hostPage(await visit(hostAddress));
  await desk.startsAWorkshop();
  await desk.creates();
  const guestPage = await visit((await desk.links())('Guests'));
  const guest = entrance(guestPage);
  await guest.knocksAs('ada');
  await expect(guestPage.getByText('Somebody already has this name')).toBeVisible();
  await guest.knocksAs('Gisela');
  await guest.waitsAs('Gisela');
  await guestPage.reload();
  await guest.enters(); // the seat was kept with the tab
  await guest.waitsAs('Gisela');
});

test('[E2E-EN-3] a link that opens nothing, and a seat that is open elsewhere, have a way out', async ({ visit }) => {
  const organiser = await visit(hostAddress);
  const desk = hostPage(organiser);
  await desk.startsAWorkshop();
  await desk.creates();
  const link = (await desk.links())('Frieda');

  const wrong = entrance(await visit(`${link.slice(0, -4)}AAAA`));
  await wrong.enters();
  await wrong.isToldWhy('This link does not open the door');

  const first = entrance(await visit(link));
  await first.enters();
  await first.isInside();
  const secondPage = await visit(link);
  const second = entrance(secondPage);
  await second.enters();
  await second.isToldWhy('You are already in, somewhere else');
  await secondPage.getByRole('button', { name: 'Use it here' }).click();
  await second.isInside();
});

test('[E2E-EN-4] a wrong host key is told apart from a right one, and a workshop is deleted for good', async ({
  house,
  visit,
}) => {
  const organiser = await visit('/host#not-the-key');
  await expect(organiser.getByRole('heading', { name: 'This host link does not fit' })).toBeVisible();
  await organiser.goto(new URL(hostAddress, house.url).href);
  await hostPage(organiser).startsAWorkshop();
  await hostPage(organiser).creates();
  await organiser.getByRole('button', { name: 'Done' }).click();
  await organiser.getByRole('button', { name: /^Delete/ }).click();
  await organiser.getByRole('button', { name: 'Delete for good' }).click();
  await expect(organiser.getByRole('heading', { name: 'No workshop yet' })).toBeVisible();
  expect(await house.list()).toEqual([]);
});
