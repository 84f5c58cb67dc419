import { defineConfig } from '@playwright/test';

// Tests of the packaged app in dist-package/, as released; those that drive its page use dist-package/debuggable/. `npm run
// test:package` builds it first.
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-output/package',
  workers: 1,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 300_000,
  expect: { timeout: 60_000 },
  use: { trace: 'off', video: 'off' },
});
