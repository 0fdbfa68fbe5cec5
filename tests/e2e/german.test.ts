import type { Page } from '@playwright/test';
import { modelWorkshop, type PhaseId } from '@werkraum/protocol';
import { expect, test } from './support/fixtures.ts';
import { createGermanReader } from './support/words.ts';

const phase = (id: string) => id as PhaseId;
const notGerman = createGermanReader();

test.use({
  plan: modelWorkshop('de').plan,
  locale: 'de-DE',
  people: {
    ...{ Frieda: 'facilitator', Fatma: 'facilitator', Theo: 'timekeeper' },
    ...{ Ada: 'participant', Ben: 'participant', Cem: 'participant', Dora: 'participant' },
  },
});

test('[E2E-7] whoever speaks German reads German, from the host page to the end', async ({
  house,
  workshop,
  openBrowser,
}) => {
  const come = async (name: string): Promise<Page> => {
    const page = await openBrowser(name, { locale: 'de-DE' });
    await page.goto(workshop.link(name));
    await isGerman(page, `${name} at the door`);
    await page.getByRole('button', { name: 'Eintreten' }).click();
    return page;
  };
  const isGerman = async (page: Page, where: string) => {
    expect.soft(await notGerman(page), where).toEqual([]);
    await expect.soft(page.locator('html'), where).toHaveAttribute('lang', 'de');
  };
  const seesPhase = (page: Page, title: string) =>
    expect(page.getByRole('heading', { level: 2, name: new RegExp(`^${title}(?! ·)`) })).toBeVisible();

  const host = await openBrowser('organiser', { locale: 'de-DE' });
  await host.goto(house.url);
  await expect(host.getByRole('heading', { level: 1 })).toBeVisible();
  await isGerman(host, 'entrance');
  await host.goto(house.hostLink);
  await expect(host.getByRole('heading', { name: workshop.plan.title }).first()).toBeVisible();
  await isGerman(host, 'workshops');

  const ada = await come('Ada');
  await expect(ada.getByRole('heading', { name: workshop.plan.title })).toBeVisible();
  await isGerman(ada, 'waiting room');
  await workshop.as('Fatma', { type: 'open-doors' }, { type: 'start-session' });
  for (const name of ['Cem', 'Dora']) await workshop.as(name);
  const frieda = await come('Frieda');
  const theo = await come('Theo');
  const ben = await come('Ben');
  for (const page of [ada, frieda, theo, ben]) await seesPhase(page, 'Einführung');
  for (const page of [ada, frieda, theo]) await isGerman(page, 'introduction');

  await workshop.as('Fatma', { type: 'advance-phase', phaseId: phase('intro') });
  await seesPhase(ada, 'Impulsvortrag');
  await isGerman(ada, 'talk');
  await workshop.as('Fatma', { type: 'advance-phase', phaseId: phase('talk') });
  for (const page of [ada, frieda, theo]) await seesPhase(page, 'Runde 1');
  for (const page of [ada, frieda, theo]) await isGerman(page, 'gathering');
  for (const name of ['Cem', 'Dora']) await workshop.as(name, { type: 'go-to-table', phaseId: phase('round-1') });
  for (const page of [ada, ben]) await page.getByRole('button', { name: 'Jetzt gehen' }).click();
  await theo
    .getByRole('article', { name: 'Tisch A' })
    .getByRole('button', { name: / starten$/ })
    .click();
  for (const page of [ada, ben, frieda, theo]) await isGerman(page, 'at the tables');
  await workshop.as('Fatma', { type: 'end-session' });
  await expect(ada.getByRole('table')).toBeVisible();
  await isGerman(ada, 'end');
});
