import { expect, type Page } from '@playwright/test';

/** The timekeeper's screen: one clock for each table. */
export function timekeeperPage(page: Page) {
  const table = (label: string) => page.getByRole('article', { name: `Table ${label}` });
  return {
    isOpen: () => expect(page.getByRole('heading', { name: 'Timekeeper' })).toBeVisible(),
    start: (label: string, name: string) =>
      table(label)
        .getByRole('button', { name: `Start ${name}` })
        .click(),
    startAny: (label: string) =>
      table(label)
        .getByRole('button', { name: /^Start / })
        .click(),
    endTurn: (label: string) => table(label).getByRole('button', { name: 'Done' }).click(),
    /** Whether this person is first in the speaking order of the table. */
    firstIs: async (label: string, name: string): Promise<boolean> => {
      const first = table(label).getByRole('list', { name: 'Speaking order' }).getByRole('listitem').first();
      return (await first.innerText()).includes(name);
    },
    says: (label: string, words: string | RegExp) => expect(table(label).getByText(words).first()).toBeVisible(),
  };
}
