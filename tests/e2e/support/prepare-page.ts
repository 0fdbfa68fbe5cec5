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
    upload: (file: ChosenFile) => choose(/^Choose (a|another) file$/, file),
    /** Behind the last page of the only presentation made of images. */
    addImages: (file: ChosenFile) => choose('Add images', file),
    isRefused: (words: string | RegExp) => expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible(),
    seesSlides: async (name: string, pages: number) => {
      await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText(`${pages} page`);
    },
    sayReady: async () => {
      await page.getByRole('button', { name: 'I am ready' }).click();
      await expect(page.getByText('You said that you are ready.')).toBeVisible();
    },
  };

  /** Gives a file to the device's own chooser. */
  async function choose(words: string | RegExp, file: ChosenFile): Promise<void> {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: words }).click(),
    ]);
    await chooser.setFiles(file);
  }
}
