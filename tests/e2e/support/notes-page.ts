import { expect, type Page } from '@playwright/test';

/** The panel in which a place writes together, as one person has it on screen. */
export function notesPage(page: Page) {
  const panels = page.getByRole('navigation', { name: 'Panels' });
  const text = page.getByRole('textbox', { name: /^Table |^Notes of the plenary/ });
  return {
    async open() {
      const tab = panels.getByRole('button', { name: 'Notes' });
      if (!(await tab.isVisible())) await panels.getByRole('button', { name: 'More' }).click();
      await page
        .getByRole('button', { name: 'Notes' })
        .or(page.getByRole('menuitem', { name: 'Notes' }))
        .first()
        .click();
      await expect(text).toBeEditable();
    },
    async format(tool: string) {
      await text.click();
      await page.getByRole('toolbar', { name: 'Format' }).getByRole('button', { name: tool, exact: true }).click();
    },
    async types(words: string) {
      await page.keyboard.type(words);
    },
    async typesAtTheEnd(words: string) {
      await text.click();
      await page.keyboard.press('ControlOrMeta+End');
      await page.keyboard.type(words);
    },
    reads: (words: string) => expect(text).toContainText(words),
    readsNot: (words: string) => expect(text).not.toContainText(words),
    sees: (role: 'heading' | 'listitem', name: string) => expect(text.getByRole(role, { name })).toBeVisible(),
    seesCaretOf: (name: string) => expect(text.getByText(name)).toBeVisible(),
    isTold: (words: string) => expect(page.getByText(words).first()).toBeVisible(),
    handOver: () => page.getByRole('button', { name: 'Hand over to everybody' }).click(),
    async readsHandedOver(table: string, ...words: string[]) {
      const handed = page.getByRole('region', { name: 'Handed over by the tables' });
      await handed.getByText(table).click();
      for (const each of words) await expect(handed.getByText(each, { exact: false }).first()).toBeVisible();
    },
  };
}
