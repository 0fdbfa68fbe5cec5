import { defineConfig } from '@playwright/test';
import { findChromium } from '../tools/test/chromium.ts';

const executablePath = findChromium();

/** Every browser has a fake camera and microphone, says yes when asked for them, and stays away from the outside. */
const args = [
  '--use-fake-ui-for-media-stream',
  // Ten pictures a second are enough to see that they move, and leave the processor to the pages.
  '--use-fake-device-for-media-stream=fps=10',
  '--allow-loopback-in-peer-connection',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  // Several people share one machine: none of their pages counts as a background page.
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  // Chromium's sandbox refuses to start for root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.test.ts',
  outputDir: '../test-results/e2e',
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  // Build machines are shared and at times starved: one more try there, and the summary names who needed it.
  retries: process.env.CI ? 1 : 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    permissions: ['camera', 'microphone'],
    screenshot: 'only-on-failure',
    launchOptions: { args, ...(executablePath === undefined ? {} : { executablePath }) },
  },
});
