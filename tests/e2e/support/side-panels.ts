import { expect, type Page } from '@playwright/test';

/** What people say in writing beside the stage: chat, questions, polls, and what is kept for later. */
export function sidePanels(page: Page) {
  const side = page.getByRole('complementary', { name: 'Side panels' });
  const press = (name: string | RegExp) =>
    side.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) }).click();
  const lot = side.getByRole('region', { name: 'Parking lot' });
  const references = side.getByRole('region', { name: 'References' });
  const asked = (text: string) => side.getByRole('listitem').filter({ hasText: text });
  return {
    sees: (words: string | RegExp) => expect(side.getByText(words).first()).toBeVisible(),
    seesNot: (words: string) => expect(side.getByText(words)).toHaveCount(0),

    say: async (text: string) => {
      await side.getByRole('textbox', { name: 'Message to everybody' }).fill(text);
      await page.keyboard.press('Enter');
    },
    hears: (text: string) => expect(side.getByRole('region', { name: 'Messages' })).toContainText(text),

    ask: async (text: string, how: { named: boolean }) => {
      await side.getByLabel('Your question').fill(text);
      if (!how.named) await side.getByRole('checkbox', { name: 'Without my name' }).check();
      await press('Ask');
    },
    supports: (text: string) => press(new RegExp(`^I would like to know that too: ${text}`)),
    seesAsked: (text: string, ...words: readonly string[]) =>
      Promise.all(words.map((each) => expect(asked(text)).toContainText(each))),
    answered: (text: string) => asked(text).getByRole('button', { name: 'Answered' }).click(),

    /** Writes a question with one answer each and puts it to everybody. */
    poll: async (question: string, options: readonly string[]) => {
      await press('New poll');
      await side.getByLabel('Question', { exact: true }).fill(question);
      await side.getByLabel('Options').fill(options.join('\n'));
      await press('Open now');
    },
    vote: async (option: string) => {
      await side.getByRole('form', { name: 'Poll' }).getByRole('radio', { name: option }).check();
      await press('Send answer');
      await expect(side.getByText(/^Your answer counts/)).toBeVisible();
    },
    closeAndShow: () => press('Close and show results'),
    seesShare: (option: string, figures: string) =>
      expect(side.getByRole('listitem').filter({ hasText: option }).last()).toContainText(figures),

    park: async (text: string, owner: string) => {
      await lot.getByLabel('What should not be lost?').fill(text);
      await lot.getByLabel('Who sees to it?').selectOption({ label: owner });
      await lot.getByRole('button', { name: 'Park it' }).click();
    },
    /** `words` say who sees to it. */
    seesParked: (text: string, words: string) =>
      expect(lot.getByRole('listitem').filter({ hasText: text })).toContainText(words),
    recommend: async (title: string, link: string) => {
      await references.getByLabel('Title').fill(title);
      await references.getByLabel('Link (if there is one)').fill(link);
      await references.getByRole('button', { name: 'Add' }).click();
    },
    seesReference: (title: string, host: string) =>
      expect(
        references.getByRole('listitem').filter({ hasText: title }).getByRole('link', { name: host }),
      ).toBeVisible(),
  };
}
