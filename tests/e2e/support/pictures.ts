import { expect, type Locator, type Page } from '@playwright/test';

/** The tile of a person on the stage; `Screen of Ada` is the screen Ada shares. */
export const tile = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: 'Stage' }).getByRole('figure', { name, exact: true });

/** Frames of this person's picture drawn so far; 0 while only their initials are shown. */
export async function framesOf(page: Page, name: string): Promise<number> {
  const video = tile(page, name).locator('video');
  if ((await video.count()) === 0) return 0;
  return video.evaluate((element: HTMLVideoElement) => element.getVideoPlaybackQuality().totalVideoFrames);
}

/** Waits until at least `more` further frames of this person were drawn: the picture moves. */
export async function expectMoving(page: Page, name: string, more = 5, timeout = 15_000): Promise<void> {
  const before = await framesOf(page, name);
  await expect
    .poll(() => framesOf(page, name), { message: `${name}'s picture moves`, timeout })
    .toBeGreaterThan(before + more);
}

/** Who is on the stage, oneself included. */
export const expectPeople = (page: Page, ...names: string[]): Promise<void> =>
  expect
    .poll(async () => {
      const list = page.getByRole('list', { name: 'People in this room' });
      const labels = await list
        .getByRole('figure')
        .evaluateAll((figures) => figures.map((figure) => figure.getAttribute('aria-label')));
      return labels.sort();
    })
    .toEqual([...names].sort());
