import { expect, type Page } from '@playwright/test';

/** The organiser's page. */
export function hostPage(page: Page) {
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
  const links = page.getByRole('list', { name: 'Personal links' });
  return {
    /** From the list of workshops to a draft of the model workshop. */
    planWorkshop: async () => {
      await page.getByRole('link', { name: 'New workshop' }).click();
      await press('Use this: Model workshop');
    },
    nameIt: (title: string) => page.getByLabel('Title').fill(title),
    create: () => press('Create and show the links'),
    seesLinks: (count: number) => expect(links.getByRole('listitem')).toHaveCount(count),
    /** Copies somebody's link and answers with what is on the clipboard. */
    copyLink: async (name: string): Promise<string> => {
      await press(`Copy the link of ${name}`);
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('/join#');
      return page.evaluate(() => navigator.clipboard.readText());
    },
    showQrCode: (name: string) => press(`QR code for ${name}`),
    seesQrCode: () => expect(page.getByRole('dialog').getByRole('img', { name: /^QR code/ })).toBeVisible(),
    closeDialog: () => page.getByRole('dialog').getByRole('button', { name: 'Close' }).click(),
    done: () => press('Done'),
    seesWorkshop: (title: string) => expect(page.getByRole('heading', { name: title })).toBeVisible(),
    /** Opens what came back in the survey of the newest workshop of that title. */
    opensSurveyOf: async (title: string) => {
      const remains = page.getByRole('region', { name: `What remains of “${title}”` });
      await remains.getByRole('button', { name: 'Survey results' }).first().click();
    },
    /** Leads to a draft of the workshop that goes on where this one ended. */
    followUp: async (title: string) => {
      await page.getByRole('link', { name: `Plan a follow-up to “${title}”` }).click();
      await expect(page.getByLabel('Title', { exact: true })).toHaveValue(title);
    },
    /** Makes a new link for a seat of the newest workshop of that title and answers with it. */
    newLinkFor: async (title: string, name: string): Promise<string> => {
      const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) });
      await card
        .getByText(/^\d+ people$/)
        .first()
        .click();
      await card
        .getByRole('button', { name: `New link for ${name}` })
        .first()
        .click();
      await press('Make a new link');
      return page.getByRole('dialog').getByText('/join#').innerText();
    },
  };
}
