import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';

/** The booklet, for those who edit it and those who read it. */
export function bookletPage(page: Page) {
  const bar = page.getByRole('complementary', { name: 'Booklet' });
  const press = (name: string) => bar.getByRole('button', { name, exact: true }).click();
  const section = (title: string | RegExp) => page.getByRole('region', { name: title });
  return {
    reads: (text: string) => expect(page.getByRole('article').getByText(text).first()).toBeVisible({ timeout: 30_000 }),
    readsNot: (text: string) => expect(page.getByText(text)).toHaveCount(0),
    edit: () => press('Edit'),
    stopEditing: () => press('Done editing'),
    /** Puts a paragraph of one's own at the end of a section. */
    add: async (title: string | RegExp, text: string) => {
      await section(title).getByRole('button', { name: 'Add a paragraph' }).click();
      await section(title).getByLabel('Your paragraph').fill(text);
      await section(title).getByRole('button', { name: 'Save' }).click();
      await expect(section(title).getByText(text)).toBeVisible();
    },
    publish: async () => {
      await press('Publish');
      await expect(bar.getByText(/^Published: /)).toBeVisible();
    },
    /** The bytes of the file that this button saves. */
    takeHome: async (format: 'PDF' | 'Word' | 'Markdown'): Promise<Buffer> => {
      const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), press(format)]);
      return readFile(await download.path());
    },
  };
}
