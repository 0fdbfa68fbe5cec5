import type { Page } from '@playwright/test';
import { modelWorkshop } from '@werkraum/protocol';
import { HOST_KEY } from '../support/server-under-test.ts';
import { expect, test } from './support/house.ts';
import { createWorkshop } from './support/running-workshop.ts';

const enter = async (page: Page): Promise<Page> => {
  await page.getByRole('button', { name: 'Enter', exact: true }).click();
  await expect(page).toHaveURL(/\/room$/);
  return page;
};

/** The agenda as the desk lists it: title and length of each phase. */
const agendaOf = async (page: Page): Promise<string[]> => {
  const rows = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });
  const texts = await rows.allInnerTexts();
  return texts.map((text) => text.replace(/\s+/g, ' '));
};

test('[E2E-50] two facilitators: one puts a break in, the other re-plans around it with one key and takes it back', async ({
  house,
  visit,
}) => {
  const people = { Frieda: 'facilitator', Fritz: 'facilitator', Ada: 'participant' } as const;
  const workshop = await createWorkshop({ url: house.url, hostKey: HOST_KEY }, modelWorkshop('en').plan, people);
  const frieda = await enter(await visit(workshop.link('Frieda')));
  await frieda.getByRole('button', { name: 'Open the doors' }).first().click();
  await frieda.getByRole('button', { name: /^Start: Introduction/ }).click();
  const fritz = await enter(await visit(workshop.link('Fritz')));

  await fritz.getByRole('group', { name: 'Show in the middle' }).getByText('Agenda').click();
  await fritz.getByRole('button', { name: 'Put something in' }).click();
  await fritz.getByRole('menuitem', { name: 'Break…' }).click();
  await fritz.getByLabel('Where').selectOption({ label: 'before Round 2' });
  await fritz.getByRole('button', { name: 'Put it in' }).click();
  await expect(fritz.getByRole('button', { name: 'Move Break up' })).toBeVisible();

  await expect(frieda.getByText(/10 min behind: would end at .*10 min past the hard end/)).toBeVisible();
  await frieda.keyboard.press('r');
  const sheet = frieda.getByRole('dialog', { name: 'Re-plan the time left' });
  await sheet.getByRole('button', { name: 'Apply: Share it out' }).click();
  await expect(sheet).toBeHidden();
  await expect(frieda.getByText(/^On time: would end at/)).toBeVisible();
  await expect(frieda.getByText(/^You re-planned at/)).toBeVisible();

  await expect(fritz.getByText(/^Re-planned by Frieda at/).first()).toBeVisible();
  expect((await agendaOf(fritz)).join('\n')).toContain('was 25 min');
  await fritz.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(frieda.getByText(/10 min behind: would end at/)).toBeVisible();

  await fritz.getByRole('button', { name: 'More for Break' }).click();
  await fritz.getByRole('menuitem', { name: 'Take out' }).click();
  await expect(fritz.getByRole('button', { name: 'Put back: Break' })).toBeVisible();
  await expect(frieda.getByText(/^On time: would end at/)).toBeVisible();
});
