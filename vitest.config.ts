import { defineConfig } from 'vitest/config';
import { suites } from './tests/vitest.config.ts';

export default defineConfig({
  test: {
    projects: [
      'packages/protocol',
      'packages/planning',
      'apps/server',
      'apps/client',
      ...suites,
      { test: { name: 'tools', environment: 'node', include: ['tools/**/*.test.ts'] } },
    ],
  },
});
