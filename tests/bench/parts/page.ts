import { chromium } from '@playwright/test';
import config from '../../playwright.config.ts';
import type { Line, Part } from '../lines.ts';
import { arrivalLines } from '../page/arrival.ts';
import { type Crowd, gather } from '../page/crowd.ts';
import { startPageHouse } from '../page/house.ts';
import { sizeLines } from '../page/sizes.ts';
import { stirLines } from '../page/stir.ts';

const SIZES = [12, 200, 500] as const;

/** The room page on a slow machine: what it fetches, when it is there, and what a change costs it. */
export const pagePart: Part = {
  name: 'page',
  title: 'room page on a processor slowed down four times: bytes, first drawing, patches at 12 and 500 people',
  async run(say) {
    const house = await startPageHouse();
    const browser = await chromium.launch(config.use?.launchOptions ?? {});
    const crowds: Crowd[] = [];
    const lines: Line[] = [];
    try {
      for (const size of SIZES) {
        say(`gathering ${size} people`);
        crowds.push(await gather(house, size));
      }
      const [small, middle, big] = crowds;
      if (!small || !middle || !big) throw new Error('nobody came');
      const measured = await sizeLines(browser, house, small);
      lines.push(...measured.lines);
      lines.push(...(await arrivalLines(browser, house, { small, middle, files: measured.files }, say)));
      lines.push(...(await stirLines(browser, house, { small, big }, say)));
    } finally {
      for (const crowd of crowds) crowd.leave();
      await browser.close();
      await house.stop();
    }
    return lines;
  },
};
