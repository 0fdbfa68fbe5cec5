import { expect, type Page } from '@playwright/test';

/** A presentation somebody looks at by themselves, before anybody else sees it. */
export function deckPreview(page: Page, name: string) {
  const preview = page.getByRole('region', { name: `Slides: ${name}` });
  const sheet = (number: number, of: number) => preview.getByRole('region', { name: `Page ${number} of ${of}` });
  return {
    /** The page is drawn: so much of it, from 0 to 1, is darker than half grey. */
    isDrawn: async (number: number, of: number, dark: { from: number; to: number }) => {
      const canvas = sheet(number, of).locator('canvas');
      await expect(canvas).toBeVisible({ timeout: 30_000 });
      const share = () => canvas.evaluate(darkShare);
      await expect.poll(share).toBeGreaterThanOrEqual(dark.from);
      expect(await share()).toBeLessThanOrEqual(dark.to);
    },
    /** Its words can be read and selected. */
    reads: (number: number, of: number, words: string) => expect(sheet(number, of)).toContainText(words),
    turnOn: () => preview.getByRole('button', { name: 'Next page' }).click(),
    isClosed: () => expect(preview).toHaveCount(0),
    /** Opens it, or closes it again. */
    toggle: () => page.getByRole('button', { name: `Look at ${name}` }).click(),
  };
}

/** How much of a canvas is opaque and darker than half grey, in the page. */
function darkShare(canvas: HTMLElement | SVGElement): number {
  const { width, height } = canvas as HTMLCanvasElement;
  const pixels = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
  let dark = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const light = Math.max(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0);
    if (light < 0x80 && pixels[at + 3] === 0xff) dark += 1;
  }
  return dark / (width * height);
}

/** A JPEG of one grey, of the browser's own making. `grey`: from 0, black, to 255. */
export async function jpegOf(page: Page, grey: number): Promise<Buffer> {
  const url = await page.evaluate((light) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 });
    const brush = canvas.getContext('2d');
    if (brush) brush.fillStyle = `rgb(${light} ${light} ${light})`;
    brush?.fillRect(0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/jpeg');
  }, grey);
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}
