import { expect, type Page } from '@playwright/test';

/** What a facilitator has beyond the run sheet: seating of all rounds, calls, announcements, delays, newcomers. */
export function facilitatorDesk(page: Page) {
  const press = (name: string | RegExp) =>
    page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) }).click();
  const proposal = page.getByRole('region', { name: 'Proposal for the seating' });
  const outlook = page.getByText(/would end at/).first();
  const dialog = page.getByRole('dialog');
  return {
    key: (keys: string) => page.keyboard.press(keys),

    /** A one-minute trial of moving to tables. */
    tryMoving: () => press('Start the trial'),
    endTrial: () => press('Bring everybody back'),

    /** A rule that holds in all rounds to come. */
    keepApart: async (...names: readonly string[]) => {
      await page.getByRole('group', { name: 'Kind of rule' }).getByText('Keep apart').click();
      for (const name of names) await page.getByLabel('Add a person').selectOption({ label: name });
      await press('Add rule');
      await expect(page.getByText(`${names.join(' and ')} do not sit together.`, { exact: true })).toBeVisible();
    },
    planAllRounds: () => press('Plan all rounds'),
    seesProposal: (words: string | RegExp) =>
      expect(proposal.getByText(words).first()).toBeVisible({ timeout: 30_000 }),
    /** Accepts with the button, or with a key, once nothing better is looked for. */
    acceptProposal: async (key?: string) => {
      const accept = proposal.getByRole('button', { name: 'Accept' });
      await expect(accept).toBeVisible({ timeout: 30_000 });
      await expect(proposal.getByText('Still looking')).toHaveCount(0, { timeout: 30_000 });
      await (key ? page.keyboard.press(key) : accept.click());
      await expect(proposal).toHaveCount(0);
    },
    /** The encounter matrix: a row and a column for each person. */
    seesMatrixOf: async (people: number) => {
      await page.getByRole('group', { name: 'Show as' }).getByText('Who meets whom').click();
      const matrix = page.getByRole('table', { name: 'Who meets whom' });
      await expect(matrix.getByRole('rowheader')).toHaveCount(people);
      await expect(matrix.getByRole('columnheader')).toHaveCount(people);
    },
    seesFigures: (words: string | RegExp) => expect(page.getByText(words).first()).toBeVisible(),

    announce: async (text: string, to: string) => {
      await page.getByLabel('What should people read?').fill(text);
      await page.getByLabel('For', { exact: true }).selectOption({ label: to });
      await press('Announce');
    },
    /** What waits, the oldest first. */
    waits: (...words: readonly string[]) =>
      expect(page.getByRole('region', { name: 'To do', exact: true }).getByRole('listitem')).toContainText([...words]),
    isAtTable: (label: string) => expect(page.getByText(`You are visiting table ${label}.`)).toBeVisible(),
    isBack: () => expect(page.getByText(/^You are visiting table/)).toHaveCount(0),
    /** The tile of a table on the floor plan. */
    tile: (label: string) =>
      page
        .getByRole('region', { name: 'Tables at work' })
        .getByRole('listitem')
        .filter({ has: page.getByRole('heading', { name: `Table ${label}`, exact: true }) }),

    /** Opens what participants see now, and finds there what it should begin with. */
    looksThroughTheirEyes: async (title: string) => {
      await press('What do they see?');
      await expect(dialog.getByRole('heading', { name: title }).first()).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    },

    /** Makes somebody a personal link while the workshop is on. */
    invite: async (name: string): Promise<string> => {
      await press('Invite somebody');
      await dialog.getByLabel('Name').fill(name);
      await dialog.getByRole('button', { name: 'Make the link' }).click();
      const link = await dialog.getByText('/join#').innerText();
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
      return link;
    },

    /** Gives the running phase a minute more, again and again, until the session is so many minutes behind. */
    fallBehind: async (minutes: number) => {
      for (let left = await aheadBy(); left > -minutes; left = await aheadBy()) {
        await press(`${left > -minutes + 5 ? 5 : 1} min longer`);
        await expect.poll(aheadBy).toBeLessThan(left);
      }
    },
    seesOutlook: (words: RegExp) => expect(outlook).toHaveText(words),
    /** Opens the re-planning sheet with its key and applies one of the plans. */
    replan: async (plan: string) => {
      await page.keyboard.press('r');
      await dialog.getByRole('button', { name: `Apply: ${plan}` }).click();
      await expect(dialog).toHaveCount(0);
    },
  };

  /** Minutes ahead of the plan; below zero: behind. */
  async function aheadBy(): Promise<number> {
    const [, minutes, way] = /(\d+) min (ahead|behind)/.exec(await outlook.innerText()) ?? [];
    return minutes === undefined ? 0 : Number(minutes) * (way === 'ahead' ? 1 : -1);
  }
}
