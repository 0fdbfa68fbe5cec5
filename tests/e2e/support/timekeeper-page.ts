import { expect, type Page } from '@playwright/test';

/** The timekeeper's screen: the clocks of all tables small, and one of them large. */
export function timekeeperPage(page: Page) {
  const table = (label: string) => page.getByRole('article', { name: `Table ${label}` });
  const show = async (label: string) => {
    await page.getByRole('radio', { name: new RegExp(`^Table ${label}:`) }).check();
    return table(label);
  };
  return {
    isOpen: () => expect(page.getByRole('heading', { name: 'Timekeeper' })).toBeVisible(),
    start: async (label: string, name: string) =>
      (await show(label)).getByRole('button', { name: `Start ${name}` }).click(),
    startAny: async (label: string) => (await show(label)).getByRole('button', { name: /^Start / }).click(),
    endTurn: async (label: string) => (await show(label)).getByRole('button', { name: 'Done' }).click(),
    /** Whether this person is first in the speaking order of the table. */
    firstIs: async (label: string, name: string): Promise<boolean> => {
      const first = (await show(label)).getByRole('list', { name: 'Speaking order' }).getByRole('listitem').first();
      return (await first.innerText()).includes(name);
    },
    /** With the arrows on the grip, until nobody who waits stands before this person. */
    moveToFront: async (label: string, name: string) => {
      const order = (await show(label)).getByRole('list', { name: 'Speaking order' }).getByRole('listitem');
      const grip = page.getByRole('button', { name: `Move ${name}: up and down arrow` });
      await expect(async () => {
        if (!(await order.first().innerText()).includes(name)) await grip.press('ArrowUp');
        await expect(order.first()).toContainText(name, { timeout: 1_000 });
      }).toPass();
    },
    dragLastToFront: async (label: string) => {
      const order = (await show(label)).getByRole('list', { name: 'Speaking order' }).getByRole('listitem');
      const name =
        (await order.last().innerText()).split('\n').find((line) => line.length > 1 && line !== 'waiting') ?? '';
      await order.last().dragTo(order.first());
      await expect(order.first()).toContainText(name);
    },
    isLarge: (label: string) => expect(table(label)).toBeVisible(),
    goTogether: () => page.getByRole('checkbox', { name: 'All tables on one beat' }).check(),
    startBeat: async (number: number) => {
      const beat = page.getByRole('button', { name: `Start beat ${number}` });
      await beat.click();
      await expect(beat).toHaveCount(0);
    },
    nudge: async (label: string) => (await show(label)).getByRole('button', { name: 'Nudge' }).click(),
    tileSays: (label: string, words: RegExp) =>
      expect(page.getByRole('radio', { name: new RegExp(`^Table ${label}: ${words.source}`) })).toBeAttached(),
    says: async (label: string, words: string | RegExp) =>
      expect((await show(label)).getByText(words).first()).toBeVisible(),
  };
}
