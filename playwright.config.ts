import { defineConfig } from '@playwright/test';

// Tests of the real app (`npm test` runs them; see scripts/desktop for where).
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-output/e2e',
  // Each test starts an app of its own; more at once than this would make each other slow.
  workers: 1,
  // A test that passes on the second try has found a fault.
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  globalTimeout: 20 * 60_000,
  expect: { timeout: 10_000 },
  // Traces record what crosses the bridge and the network, tokens included.
  use: { trace: 'off', video: 'off' },
});
