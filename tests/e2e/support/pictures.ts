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

export interface FirstFrame {
  name: string;
  /** Milliseconds since 1970, by this machine's clock. */
  at: number;
}

/**
 * Has a page note the first frame of every picture that is put on screen from now on. Call it before the page is opened.
 * `take` returns what was noted since the last call.
 */
export async function noteFirstFrames(page: Page): Promise<{ take(): Promise<FirstFrame[]> }> {
  await page.addInitScript(() => {
    const noted: FirstFrame[] = [];
    Object.assign(window, { firstFrames: noted });
    const native = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'srcObject');
    Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
      ...native,
      set(stream: MediaStream | null) {
        native?.set?.call(this, stream);
        if (!stream || !(this instanceof HTMLVideoElement)) return;
        this.requestVideoFrameCallback(() => {
          noted.push({ name: this.closest('figure')?.getAttribute('aria-label') ?? '', at: Date.now() });
        });
      },
    });
  });
  return {
    take: () => page.evaluate(() => (window as unknown as { firstFrames: FirstFrame[] }).firstFrames.splice(0)),
  };
}
