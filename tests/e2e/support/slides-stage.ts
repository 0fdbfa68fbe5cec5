import { expect, type Page } from '@playwright/test';

/** Slides on the stage, for whoever shows them and whoever looks at them. */
export function slidesStage(page: Page) {
  const slides = page.getByRole('region', { name: /^Slides: / });
  const press = (name: string) => slides.getByRole('button', { name, exact: true }).click();
  return {
    /** Shows one's only deck from the menu above the stage. */
    show: async (name: string) => {
      await page.getByRole('button', { name: 'Show slides' }).click();
      await page.getByRole('menuitem', { name }).click();
    },
    showInTurn: () => page.getByRole('button', { name: 'Show my slides' }).click(),
    hide: () => press('Close the slides for everybody'),
    turnOn: () => press('Next page, for everybody'),
    lookBack: () => press('Look back on my own'),
    follow: () => press('Follow again'),
    /** The page is drawn, and its words are there for screen readers. */
    seesPage: async (number: number, of: number, words: string) => {
      const sheet = slides.getByRole('region', { name: `Page ${number} of ${of}` });
      await expect(sheet).toBeVisible({ timeout: 30_000 });
      await expect(sheet).toContainText(words, { timeout: 30_000 });
    },
    says: (words: string) => expect(slides.getByText(words)).toBeVisible(),
    seesNone: () => expect(slides).toHaveCount(0),
  };
}
