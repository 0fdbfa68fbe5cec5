import { expect, type Page } from '@playwright/test';
import { deadlineOf } from './deadline.ts';
import { expectMoving, expectPeople, tile } from './pictures.ts';

export type RoomPage = ReturnType<typeof roomPage>;
type Panel =
  | 'Run sheet'
  | 'Task'
  | 'People'
  | 'Turns'
  | 'Hands'
  | 'To do'
  | 'Chat'
  | 'Questions'
  | 'Polls'
  | 'Collected';
type Centre = 'Stage' | 'Floor plan' | 'Seating' | 'Clocks' | 'Board';

/** The room as everybody uses it, on a wide screen. What only staff have is in `run-sheet.ts` and `timekeeper-page.ts`. */
export function roomPage(page: Page) {
  const button = (name: string | RegExp) =>
    page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) });
  const side = page.getByRole('complementary', { name: 'Side panels' });
  const choose = async (person: string, action: string) => {
    await button(`Actions for ${person}`).click();
    await page.getByRole('menuitem', { name: action }).click();
  };
  const clock = page.getByRole('banner').getByRole('timer');
  return {
    page,
    isOpen: () => expect(page.getByRole('region', { name: 'Stage' })).toBeVisible(),
    /** The line above the stage; the card about a move begins with the same words, followed by a dot. */
    seesPhase: (title: string) =>
      expect(page.getByRole('heading', { level: 2, name: new RegExp(`^${title}(?! ·)`) })).toBeVisible(),
    seesLine: (words: string | RegExp) => expect(page.getByText(words).first()).toBeVisible(),
    seesNoLine: (words: string | RegExp) => expect(page.getByRole('main').getByText(words)).toHaveCount(0),
    seesPeople: (...names: string[]) => expectPeople(page, ...names),
    seesMoving: async (...names: string[]) => {
      await Promise.all(names.map((name) => expectMoving(page, name)));
    },
    seesNothingOf: async (...names: string[]) => {
      for (const name of names) await expect(tile(page, name)).toHaveCount(0);
    },
    /** When the phase ends, in milliseconds since 1970, as the clock at the top shows it. */
    deadline: () => deadlineOf(clock),
    turnDeadline: () => deadlineOf(page.getByRole('timer', { name: 'Time left of this turn' }).first()),
    goNow: () => button(/^Go now/).click(),
    goBackNow: () => button(/^Go back now/).click(),
    callFacilitator: () => button('Call the facilitator').click(),
    saysForTable: (words: 'We are ready' | 'We need more time') => button(words).click(),
    seesAnnouncement: (text: string) =>
      expect(page.getByRole('article', { name: 'Announcement' }).getByText(text)).toBeVisible(),
    seesNoAnnouncement: () => expect(page.getByRole('article', { name: 'Announcement' })).toHaveCount(0),
    raiseHand: () => button(/^Raise hand/).click(),
    handIsUp: () => expect(button(/^Lower hand/)).toBeVisible(),
    leave: async () => {
      await button('Leave').click();
      await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
    },
    /** From its tab, or from behind "More". */
    open: async (panel: Panel) => {
      const tab = side.getByRole('navigation').getByRole('button', { name: panel });
      const more = side.getByRole('navigation').getByRole('button', { name: /^More/ });
      const entry = page.getByRole('menuitem', { name: panel });
      // A panel that is about to appear has its place only then.
      await expect(async () => {
        if (await tab.isVisible()) return tab.click({ timeout: 2_000 });
        if (!(await entry.isVisible())) await more.click({ timeout: 2_000 });
        await entry.click({ timeout: 2_000 });
      }).toPass({ timeout: 30_000 });
      await expect(side.getByRole('heading', { level: 2, name: panel })).toBeVisible();
    },
    show: (centre: Centre) => page.getByRole('group', { name: 'Show in the middle' }).getByText(centre).click(),
    /** The card that tells somebody about their own turn. */
    isTold: (title: 'Your turn' | 'You are next') => expect(page.getByRole('region', { name: title })).toBeVisible(),
    letIn: (name: string) => button(`Let in: ${name}`).click(),
    removePerson: async (name: string) => {
      await choose(name, 'Remove from the workshop…');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: `Remove ${name}` })
        .click();
    },
    newLinkFor: async (name: string): Promise<string> => {
      await choose(name, 'New personal link…');
      await page.getByRole('dialog').getByRole('button', { name: 'Make a new link' }).click();
      return page.getByRole('dialog').getByText('/join#').innerText();
    },
    giveWord: (name: string) => button(`Give the word: ${name}`).click(),
    seesOnStage: (name: string) =>
      expect(page.getByRole('list', { name: 'On stage' }).getByRole('figure', { name, exact: true })).toBeVisible(),
  };
}
