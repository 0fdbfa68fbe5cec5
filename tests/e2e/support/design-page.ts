import { expect, type Page } from '@playwright/test';

/** The page where an organiser writes a workshop down, from its template to the personal links. */
export function designPage(page: Page) {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const pane = (name: RegExp) => page.getByRole('tab', { name }).click();
  return {
    /** From the list of workshops to a draft. */
    begin: async (template: string) => {
      await page.getByRole('link', { name: 'New workshop' }).click();
      await press(`Use this: ${template}`);
    },
    nameIt: (title: string) => page.getByLabel('Title', { exact: true }).fill(title),
    setMinutes: async (lengths: Readonly<Record<string, number>>) => {
      for (const [title, minutes] of Object.entries(lengths))
        await page.getByLabel(`Minutes of ${title}`).fill(String(minutes));
    },
    limitTo: async (minutes: number) => {
      await pane(/^Frame/);
      await page.getByLabel('Minutes from the beginning').fill(String(minutes));
      await pane(/^Programme/);
    },
    says: (words: string | RegExp) => expect(page.getByText(words).first()).toBeVisible(),
    /** Everybody on the list is replaced: a name and a role per line. */
    people: async (roles: Readonly<Record<string, string>>) => {
      await pane(/^People/);
      await press('Paste a list');
      const dialog = page.getByRole('dialog');
      const lines = Object.entries(roles).map(([name, role]) => `${name};;${role}`);
      await dialog.getByRole('textbox').fill(['Name;E-Mail;Role', ...lines].join('\n'));
      await dialog.getByRole('checkbox', { name: 'Replace the people on the list' }).check();
      await dialog.getByRole('button', { name: 'Add these people' }).click();
    },
    /** Makes the workshop and answers with everybody's personal link, by name. */
    create: async (names: readonly string[]): Promise<Map<string, string>> => {
      await press('Create and show the links');
      await expect(page.getByRole('list', { name: 'Personal links' }).getByRole('listitem')).toHaveCount(names.length);
      await press('Copy all');
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('/join#');
      const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
      return new Map(
        names.map((name) => [
          name,
          linkIn(
            lines.find((line) => line.startsWith(name)),
            name,
          ),
        ]),
      );
    },
  };
}

function linkIn(line: string | undefined, name: string): string {
  const link = /https?:\S+$/.exec(line ?? '')?.[0];
  if (!link) throw new Error(`no link for ${name}`);
  return link;
}
