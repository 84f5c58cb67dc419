import { defineConfig } from '@playwright/test';

// The guided tour of `npm start` without a display. Its steps are `test.step`s, printed as they pass.
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-output/tour',
  workers: 1,
  retries: 0,
  timeout: 10 * 60_000,
  expect: { timeout: 60_000 },
  reporter: [['list', { printSteps: true }]],
  use: { trace: 'off', video: 'off' },
});
