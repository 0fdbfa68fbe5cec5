import { expect, type Page } from '@playwright/test';

/** A facilitator's run sheet: the one big button, and what stands around it. */
export function runSheet(page: Page) {
  const next = page.getByRole('region', { name: 'What happens next' }).getByRole('button');
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
  /** Presses the big button once it says what it is expected to say. */
  const step = async (words: string | RegExp) => {
    await expect(next).toHaveText(words);
    await next.click();
  };
  return {
    openDoors: () => step('Open the doors'),
    start: (title: string) => step(new RegExp(`^Start: ${title}`)),
    next: (title: string) => step(new RegExp(`^Next: ${title}`)),
    openRound: (number: number) => step(new RegExp(`^Open round ${number}`)),
    closeTables: () => step(/^Close the tables/),
    bringBack: () => step('Bring everybody back now'),
    undoTo: (title: string) => press(new RegExp(`^Back to: ${title}`)),
    /** One report after another: the first, the next, the end. */
    report: (words: string) =>
      page.getByRole('region', { name: 'Boards' }).getByRole('button', { name: words, exact: true }).click(),
    startVoices: () => press('Start the round'),
    endVoices: () => press('End the round of voices'),
    /** The first voice, from the panel of turns. The next begins when one is done. */
    firstVoice: (name: string) => press(`Start ${name}`),
    voiceIsDone: (name: string) =>
      page
        .getByRole('group', { name: `Turn of ${name}` })
        .getByRole('button', { name: 'Done' })
        .click(),
    end: async () => {
      await step('End the workshop');
      await page.getByRole('dialog').getByRole('button', { name: 'End for everybody' }).click();
    },
  };
}
