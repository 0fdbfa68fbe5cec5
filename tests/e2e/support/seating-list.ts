import { expect, type Page } from '@playwright/test';

interface Seating {
  number: number;
  tables: Readonly<Record<string, readonly string[]>>;
}

/** The seating as a list with a choice for each person and round. */
export function seatingList(page: Page) {
  return {
    /** Seats people by hand; the page shows each choice once it is kept. */
    seat: async (rounds: readonly Seating[]): Promise<void> => {
      await page.getByRole('group', { name: 'Show as' }).getByText('List').click();
      for (const { number, tables } of rounds) {
        for (const [label, names] of Object.entries(tables)) {
          for (const name of names) {
            const choice = page.getByRole('combobox', { name: `Table of ${name}, Round ${number}` });
            await choice.selectOption({ label: `Table ${label}` });
            await expect(choice.locator('option:checked')).toHaveText(`Table ${label}`);
          }
        }
      }
    },
  };
}
