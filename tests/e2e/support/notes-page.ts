import { expect, type Page } from '@playwright/test';

/** The panel in which a place writes together, as one person has it on screen. */
export function notesPage(page: Page) {
  // On a phone they stand beside the other parts of the room.
  const panels = page.getByRole('navigation', { name: /panels$|^Parts of the room$/i });
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
    /** Walks there with arrows from the first tool, as somebody without a pointer does, and into the menu at the end. */
    async formatFromMenu(entry: string) {
      const tools = page.getByRole('toolbar', { name: 'Format' });
      await tools.getByRole('button', { name: 'Bold', exact: true }).focus();
      await page.keyboard.press('End');
      await expect(tools.getByRole('button', { name: 'More', exact: true })).toBeFocused();
      await page.keyboard.press('ArrowDown');
      await expect(page.getByRole('menu', { name: 'More' }).getByRole('menuitemcheckbox').first()).toBeFocused();
      await page.keyboard.press(entry.charAt(0));
      await expect(page.getByRole('menuitemcheckbox', { name: entry })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(text).toBeFocused();
    },
    isOnInMenu: async (entry: string) => {
      await page.getByRole('toolbar', { name: 'Format' }).getByRole('button', { name: 'More', exact: true }).click();
      await expect(page.getByRole('menuitemcheckbox', { name: entry })).toBeChecked();
      await page.keyboard.press('Escape');
    },
    /** How many rows the tools take. */
    rowsOfTools: () =>
      page
        .getByRole('toolbar', { name: 'Format' })
        .getByRole('button')
        .evaluateAll((buttons) => new Set(buttons.map((button) => button.getBoundingClientRect().top)).size),
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
    sees: (role: 'heading' | 'blockquote', words: string) =>
      expect(text.getByRole(role).filter({ hasText: words })).toBeVisible(),
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
