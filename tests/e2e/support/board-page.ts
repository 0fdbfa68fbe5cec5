import { expect, type Locator, type Page } from '@playwright/test';

type Part = 'Our table' | 'Reflection' | 'Wall' | 'Our last table';

/** The board in the middle of the room: cards, and the wall where tables hand over. */
export function boardPage(page: Page) {
  const stage = page.getByRole('main');
  const column = (name: string) => stage.getByRole('region', { name, exact: true });
  const card = (text: string) => stage.getByRole('listitem').filter({ hasText: text });
  const wall = stage.getByRole('region', { name: 'Wall', exact: true });
  const table = (round: number, label: string) =>
    wall.getByRole('article').filter({ has: page.getByRole('heading', { name: `Round ${round} · Table ${label}` }) });
  const press = (name: string | RegExp) => stage.getByRole('button', { name }).click();
  const dialog = page.getByRole('dialog');
  return {
    open: async () => {
      await page.getByRole('group', { name: 'Show in the middle' }).getByText('Board').click();
    },
    part: (name: Part) => stage.getByRole('group', { name: 'What is shown' }).getByText(name, { exact: true }).click(),
    /** Typed and sent with the Enter key. */
    write: async (text: string) => {
      await stage.getByRole('textbox', { name: 'New card' }).fill(text);
      await page.keyboard.press('Enter');
      await expect(card(text)).toBeVisible();
    },
    sees: (text: string) => expect(card(text).first()).toBeVisible(),
    seesNot: (text: string) => expect(stage.getByText(text)).toHaveCount(0),
    says: (words: string | RegExp) => expect(stage.getByText(words).first()).toBeVisible(),
    standsIn: (name: string, text: string) => expect(column(name).getByRole('listitem')).toContainText([text]),
    /** From the menu of a card, without a pointer. */
    moveWithKeys: async (text: string, to: string) => {
      await card(text)
        .getByRole('button', { name: /^More for/ })
        .press('Enter');
      await page.getByRole('menuitem', { name: `Move to ${to}` }).press('Enter');
      await expect(column(to).getByRole('listitem')).toContainText([text]);
    },
    giveDot: (text: string) =>
      card(text)
        .getByRole('button', { name: /^Your dot on/ })
        .click(),
    seesDots: (text: string, count: number) =>
      expect(card(text).getByRole('button', { name: /^Your dot on/ })).toHaveText(String(count)),
    writeAlone: () => press('Write alone first'),
    showEverything: () => press('Show everything'),
    handOver: async (...texts: readonly string[]) => {
      await press('Hand over …');
      for (const text of texts) await dialog.getByRole('checkbox', { name: text }).check();
      await dialog.getByRole('button', { name: /^Hand over \d/ }).click();
      await expect(dialog).toHaveCount(0);
    },
    /** What a table handed over; nothing else of it is there. */
    hangs: (round: number, label: string, ...texts: readonly string[]) =>
      expect(table(round, label).getByRole('listitem').getByRole('paragraph')).toHaveText([...texts]),
    /** What a table wrote together and handed over. */
    readsNotes: async (round: number, label: string, ...texts: readonly string[]) =>
      readsFolded(table(round, label), texts),
    /** What hangs there from the workshop before: `table` by the name it had there. */
    brings: async (title: string, table: string, { cards, notes }: Record<'cards' | 'notes', readonly string[]>) => {
      const brought = wall
        .getByRole('region', { name: `Brought along from “${title}”` })
        .getByRole('article')
        .filter({ has: page.getByRole('heading', { name: table }) });
      await expect(brought.getByRole('list').first().getByRole('listitem').getByRole('paragraph')).toHaveText([
        ...cards,
      ]);
      await readsFolded(brought, notes);
    },
    takeAlong: async (round: number, label: string, text: string, into: string) => {
      await table(round, label).getByRole('button', { name: 'Take along …' }).click();
      await dialog.getByLabel('Into').selectOption({ label: into });
      await dialog.getByRole('checkbox', { name: text }).check();
      await dialog.getByRole('button', { name: 'Take 1 card along' }).click();
      await expect(dialog).toHaveCount(0);
    },
    /** The table that reports stands large. */
    reports: (round: number, label: string) => expect(table(round, label)).toHaveAttribute('data-large', 'true'),
  };

  async function readsFolded(article: Locator, texts: readonly string[]): Promise<void> {
    await article.getByText('Notes of the table').click();
    for (const each of texts) await expect(article.getByText(each)).toBeVisible();
  }
}
