import { fileURLToPath } from 'node:url';
import type { TestProjectInlineConfiguration } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

function project(name: string, testTimeout: number, oneFileAtATime: boolean): TestProjectInlineConfiguration {
  return {
    root,
    test: {
      name,
      environment: 'node',
      include: [`${name}/**/*.test.ts`],
      testTimeout,
      hookTimeout: testTimeout,
      fileParallelism: !oneFileAtATime,
    },
  };
}

/** The test projects of this folder; browsers (e2e/) are Playwright's, see playwright.config.ts. */
export const suites = [
  project('scenarios', 30_000, false),
  project('integration', 60_000, true),
  project('faults', 480_000, true),
];
