import { expect, type Page } from '@playwright/test';

/** What is expected to stand in a view, by the view's name. */
export type Expected = Readonly<Record<string, readonly string[]>>;

const packed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
/** What our pages add behind a link that people wrote: where it leads, and that it opens elsewhere. */
const ADDED = /(?: \([a-z.-]+\))? \(opens in a new tab\)/g;

/** All that can be read in a page, fields included. */
const readable = async (page: Page): Promise<string> =>
  packed(
    await page.evaluate(() =>
      [
        document.body.textContent,
        ...[...document.querySelectorAll('input, textarea')].map(
          (field) => (field as HTMLInputElement | HTMLTextAreaElement).value,
        ),
      ].join(' '),
    ),
  ).replaceAll(ADDED, '');

/** Waits until all these texts stand in the page, letter for letter. Spaces and line feeds count as one space. */
export async function expectLiterally(page: Page, texts: readonly string[], where: string): Promise<void> {
  const missing = async () => {
    const all = await readable(page);
    return texts.map(packed).filter((text) => !all.includes(text));
  };
  await expect.poll(missing, { message: `${where}: stands there as it was written` }).toEqual([]);
}

/** Enters through the door of a personal link. */
export async function enterRoom(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Enter', exact: true }).click();
  await expect(page).toHaveURL(/\/room$/);
  await expect(page.getByRole('complementary', { name: 'Side panels' })).toBeVisible();
}

/** Opens every centre and every panel of the room and calls back in each, once what is expected there can be read. */
export async function everyView(
  page: Page,
  expected: Expected,
  look: (name: string) => Promise<void>,
): Promise<string[]> {
  const seen: string[] = [];
  const visit = async (name: string) => {
    seen.push(name);
    await expectLiterally(page, expected[name] ?? [], name);
    await look(name);
  };
  const side = page.getByRole('complementary', { name: 'Side panels' });
  const tabs = side.getByRole('navigation');
  for (const name of await panelNames(page)) {
    const tab = tabs.getByRole('button', { name: new RegExp(`^${name}`) });
    if ((await tab.count()) > 0) await tab.first().click();
    else {
      await tabs.getByRole('button', { name: /^More/ }).click();
      await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click();
    }
    await expect(side.getByRole('heading', { level: 2, name, exact: true })).toBeVisible();
    await visit(name);
  }
  const centres = page.getByRole('group', { name: 'Show in the middle' });
  for (const name of await centres.locator('label').allInnerTexts()) {
    await centres.getByText(name, { exact: true }).click();
    await visit(name);
  }
  return seen;
}

const PANELS = [
  'Run sheet',
  'Task',
  'Turns',
  'Chat',
  'Questions',
  'Notes',
  'Polls',
  'People',
  'Hands',
  'To do',
  'Collected',
];

/** Which panels there are for this person, in the row and behind "More". */
async function panelNames(page: Page): Promise<string[]> {
  const tabs = page.getByRole('complementary', { name: 'Side panels' }).getByRole('navigation');
  const names = await tabs.getByRole('button').allInnerTexts();
  const more = tabs.getByRole('button', { name: /^More/ });
  if ((await more.count()) > 0) {
    await more.click();
    const behind = page.getByRole('menuitem');
    await behind.first().waitFor();
    names.push(...(await behind.allInnerTexts()));
    await page.keyboard.press('Escape');
  }
  return PANELS.filter((panel) => names.some((name) => name.includes(panel)));
}
