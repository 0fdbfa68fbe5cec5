import { stat } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';

/** What somebody may do about what they contributed, at the end of a workshop or on their page at home. */
export function ownWorkPage(page: Page) {
  const own = page.getByRole('region', { name: 'What you contributed' });
  const press = (name: string) => own.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Erase what you contributed?' });
  return {
    /** The name and the size, in bytes, of the file that is saved. */
    save: async (): Promise<{ name: string; size: number }> => {
      const [download] = await Promise.all([page.waitForEvent('download'), press('Save it as a file')]);
      return { name: download.suggestedFilename(), size: (await stat(await download.path())).size };
    },
    erase: async () => {
      await press('Erase it');
      await dialog.getByRole('button', { name: 'Erase for good' }).click();
    },
    isErased: async () => {
      await expect(page).toHaveURL(/\/erased$/);
      await expect(page.getByRole('heading', { name: 'What you contributed is being erased' })).toBeVisible();
    },
  };
}
