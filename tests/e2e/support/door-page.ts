import { expect, type Page } from '@playwright/test';

export type DoorPage = ReturnType<typeof doorPage>;

/** The door: the device check, the waiting room, and every way of being turned away. */
export function doorPage(page: Page) {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  return {
    page,
    switchCameraOn: async () => {
      await press('Camera');
      await expect(page.getByText('You will enter with the camera on')).toBeVisible();
    },
    enter: () => press('Enter'),
    useHere: () => press('Use it here'),
    knock: async (name: string) => {
      await page.getByLabel('Your name').fill(name);
      await press('Knock');
    },
    waits: (words: string | RegExp) => expect(page.getByRole('main').getByText(words)).toBeVisible(),
    isTurnedAway: async (title: string | RegExp, why?: string) => {
      await expect(page.getByRole('heading', { name: title })).toBeVisible();
      if (why !== undefined) await expect(page.getByRole('main').getByText(why)).toBeVisible();
    },
  };
}
