import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';

test.use({
  people: {
    ...{ Frieda: 'facilitator', Ada: 'participant', Ben: 'participant' },
    ...{ Cem: 'participant', Dora: 'participant' },
  },
});

/** Walks with the Tab key until what is focused has this name, as somebody without a pointer does. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement ? element.closest('label')?.textContent : element?.textContent;
      return (element?.getAttribute('aria-label') ?? label ?? '').trim();
    });
  for (let steps = 0; steps < 80; steps += 1) {
    if (name.test(await focused())) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not lead to ${name}; it stopped at "${await focused()}"`);
}

const press = async (page: Page, name: RegExp, key = 'Enter') => {
  await tabTo(page, name);
  await page.keyboard.press(key);
};

test('[E2E-6] a facilitator without a pointer opens, seats, starts and goes on; a participant raises a hand', async ({
  enter,
  arrive,
}) => {
  const frieda = await enter('Frieda');
  await press(frieda.page, /^Open the doors/);
  const door = await arrive('Ada');
  await press(door.page, /^Enter$/);
  const ada = await enter('Ben');
  for (const name of ['Cem', 'Dora']) await enter(name);
  await frieda.page.keyboard.press('Control+Enter');
  await frieda.seesPhase('Introduction');

  await test.step('a hand goes up and down with a single key', async () => {
    await door.page.keyboard.press('h');
    await expect(door.page.getByRole('button', { name: /^Lower hand/ })).toBeVisible();
    await door.page.keyboard.press('h');
    await expect(door.page.getByRole('button', { name: /^Raise hand/ })).toBeVisible();
  });

  await test.step('a seat is moved to another table', async () => {
    await tabTo(frieda.page, /^Stage$/);
    for (const _view of ['Floor plan', 'Agenda', 'Seating']) await frieda.page.keyboard.press('ArrowRight');
    await press(frieda.page, /^New groups$/);
    const round = frieda.page.getByRole('region', { name: 'Seating: Round 1' });
    const table = (label: string) => round.getByRole('group', { name: `Table ${label}`, exact: true });
    await expect(table('A').getByRole('listitem')).toHaveCount(2);
    const moved = (await table('A').getByRole('button').first().innerText()).split('\n').at(-1) ?? '';
    await press(frieda.page, new RegExp(`${moved}`));
    await press(frieda.page, /^To table B$/);
    await expect(table('B').getByText(moved, { exact: true })).toBeVisible();
    await expect(table('A').getByRole('listitem')).toHaveCount(1);
  });

  await test.step('the agenda goes on', async () => {
    await frieda.page.keyboard.press('Control+Enter');
    await frieda.seesPhase('Input talk');
    await ada.seesPhase('Input talk');
  });
});
