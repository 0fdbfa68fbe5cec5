import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, hostAddress, test } from './support/house.ts';

/** The page where a workshop is written down, by what stands on it. */
function designPage(page: Page) {
  const timeline = page.getByRole('list', { name: 'Timeline' });
  const phase = (title: string) => timeline.getByRole('button', { name: new RegExp(title) });
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  return {
    async opens(template: string) {
      await page.getByRole('link', { name: 'New workshop' }).click();
      await press(`Use this: ${template}`);
    },
    press,
    phase,
    pane: (name: RegExp) => page.getByRole('tab', { name }).click(),
    titles: async () =>
      (await timeline.getByRole('button').allTextContents()).map((text) => text.replace(/^\d+\. /, '')),
    says: (text: string) => expect(page.getByText(text, { exact: true })).toBeVisible(),
    async pastes(text: string, replace: boolean) {
      await press('Paste a list');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox').fill(text);
      if (replace) await dialog.getByRole('checkbox', { name: 'Replace the people on the list' }).check();
      await dialog.getByRole('button', { name: 'Add these people' }).click();
    },
    async more(name: string) {
      await press('File and more');
      await page.getByRole('menuitem', { name }).click();
    },
  };
}

const first = (titles: readonly string[]): string => titles[0] ?? '';

test('[DE-4] [DE-5] [DE-6] phases are moved by keyboard and by dragging, typed into, fitted, and taken back', async ({
  visit,
}) => {
  const page = await visit(hostAddress);
  const design = designPage(page);
  await design.opens('Model workshop');
  await design.says('2 h, exactly the time there is');

  await design.phase('Introduction').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(async () => first(await design.titles())).toContain('Input talk');
  await expect(design.phase('Introduction')).toBeFocused();
  await page.keyboard.press('+');
  await design.says('2 h 1 min of 2 h: 1 min too long');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => first(await design.titles())).toContain('Introduction');

  const reflection = page.getByRole('list', { name: 'Timeline' }).getByRole('listitem').last();
  await reflection
    .locator('[title="Drag to another place"]')
    .dragTo(page.getByRole('list', { name: 'Timeline' }).getByRole('listitem').first(), {
      targetPosition: { x: 200, y: 4 },
    });
  await expect.poll(async () => first(await design.titles())).toContain('Plenary reflection');
  await page.keyboard.press('Control+z');

  await page.getByLabel('Minutes of Input talk').fill('50');
  await design.says('2 h 30 min of 2 h: 30 min too long');
  await design.press('Fit to…');
  await design.press('Use this: Take a little everywhere');
  await design.says('2 h, exactly the time there is');
});

test('[DE-7] [DE-11] a draft outlives a reload, goes into a file and comes back from it', async ({ visit }) => {
  const page = await visit(hostAddress);
  const design = designPage(page);
  await design.opens('World café');
  await page.getByLabel('Title', { exact: true }).fill('Our café');
  await page.reload();
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Our café');

  const saving = page.waitForEvent('download');
  await design.more('Save as a file');
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('Our café.werkraum.json');
  const text = await readFile(await saved.path(), 'utf8');
  const choose = async (content: string) => {
    const choosing = page.waitForEvent('filechooser');
    await design.more('Open a file');
    await (await choosing).setFiles({ name: 'w.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  };
  await choose(text.replace('"title": "Our café"', '"title": "Read again"'));
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Read again');
  await choose(text.replace('"format"', '"onload": "alert(1)", "format"'));
  await expect(page.getByText('“onload” is no entry of this format.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Read again');
});

test('[DE-8] two tabs do not write over each other unseen', async ({ visit }) => {
  const page = await visit(hostAddress);
  await designPage(page).opens('Retrospective');
  const other = await page.context().newPage();
  // The key belongs to a tab: the other one comes with it in its address.
  await other.goto(
    `${new URL(page.url()).origin}/design${new URL(page.url()).search}${new URL(hostAddress, page.url()).hash}`,
  );
  await other.getByLabel('Title', { exact: true }).fill('Theirs');
  await expect(page.getByRole('alert').filter({ hasText: 'changed in another tab' })).toBeVisible();
  await page.getByRole('button', { name: 'Take the other version' }).click();
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Theirs');
});

test('[DE-13] [DE-17] [DE-25] [DE-26] from a pasted list to invitations: addresses never leave the browser', async ({
  visit,
  house,
}) => {
  const page = await visit(hostAddress);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  const design = designPage(page);
  await design.opens('Retrospective');
  await design.pane(/^People/);
  await design.pastes('Name;E-Mail;Rolle\nAda Lovelace;ada@example.org;\nBen;ben@example.org;\nCem;;', true);
  await design.press('Create and show the links');
  await design.says('One thing has to be mended first.');
  await page.getByRole('button', { name: 'One person has to be the facilitator.' }).click();
  await page.getByLabel('Role of Cem').selectOption('Facilitator');
  await design.pane(/^Frame/);
  await page.getByLabel('Planned start').fill('2031-05-10T09:30');
  await design.press('Create and show the links');

  await expect(page.getByRole('list', { name: 'Personal links' }).getByRole('listitem')).toHaveCount(3);
  await design.press('Invitation for Ada Lovelace');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/Hello Ada Lovelace,[\s\S]*\/join#/)).toBeVisible();
  await expect(dialog.getByRole('link', { name: 'Open in the mail program' })).toHaveAttribute(
    'href',
    /^mailto:ada@example\.org\?/,
  );
  await page.keyboard.press('Escape');
  const saving = page.waitForEvent('download');
  await design.press('Calendar file for Ada Lovelace');
  const calendar = await readFile(await (await saving).path(), 'utf8');
  expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(calendar.replaceAll('\r\n ', '')).toContain('/join#');
  expect(sent.filter((request) => request.includes('@example.org'))).toEqual([]);
  expect((await house.list())[0]?.seats.map(({ name }) => name)).toEqual(['Ada Lovelace', 'Ben', 'Cem']);
});

test('[DE-15] a workshop is duplicated with its plan and its people', async ({ visit, house }) => {
  const page = await visit(hostAddress);
  const design = designPage(page);
  await design.opens('1-2-4-All');
  await design.press('Create and show the links');
  await design.press('Done');
  await page.getByRole('link', { name: 'Duplicate “1-2-4-All”' }).click();
  await expect(page.getByRole('list', { name: 'Timeline' }).getByRole('listitem')).toHaveCount(5);
  await page.getByLabel('Title', { exact: true }).fill('Once more');
  await design.press('Create and show the links');
  await design.press('Done');
  await expect(page.getByRole('heading', { name: 'Once more' })).toBeVisible();
  const [one, other] = await house.list();
  expect(other?.seats.map(({ name }) => name)).toEqual(one?.seats.map(({ name }) => name));
});

test('[DE-10] the schema of workshop files is published', async ({ house }) => {
  const answer = await fetch(new URL('/schemas/workshop-1.json', house.url));
  expect(answer.headers.get('content-type')).toContain('application/json');
  expect(await answer.json()).toMatchObject({ $id: '/schemas/workshop-1.json', type: 'object' });
});
