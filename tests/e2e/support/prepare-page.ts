import { expect, type Page } from '@playwright/test';

interface ChosenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** What somebody does at home, before the workshop. */
export function preparePage(page: Page) {
  const question = (number: number) =>
    page
      .getByRole('region', { name: 'Your answers' })
      .getByRole('listitem')
      .filter({ hasText: new RegExp(`^Question ${number} of`) });
  return {
    isOpen: (name: string) => expect(page.getByText(`Hello, ${name}`)).toBeVisible(),
    write: (number: number, text: string) => question(number).getByRole('textbox').fill(text),
    choose: (number: number, option: string) => question(number).getByRole('radio', { name: option }).check(),
    reads: (number: number, text: string) => expect(question(number).getByRole('textbox')).toHaveValue(text),
    hasChosen: (number: number, option: string) =>
      expect(question(number).getByRole('radio', { name: option })).toBeChecked(),
    says: (words: string | RegExp) => expect(page.getByText(words).first()).toBeVisible(),
    upload: async (file: ChosenFile) => {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: /^Choose (a|another) file$/ }).click(),
      ]);
      await chooser.setFiles(file);
    },
    isRefused: (words: string | RegExp) => expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible(),
    seesSlides: async (name: string, pages: number) => {
      await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText(`${pages} page`);
    },
    sayReady: async () => {
      await page.getByRole('button', { name: 'I am ready' }).click();
      await expect(page.getByText('You said that you are ready.')).toBeVisible();
    },
  };
}
