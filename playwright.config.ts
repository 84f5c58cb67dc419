import { defineConfig } from '@playwright/test';

// Tests of the real app (`npm test` runs them; see scripts/desktop for where).
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-output/e2e',
  // Apps on one display would take the focus and the clipboard from each other. `npm test` sets more workers where each can have
  // a desktop of its own (tests/support/desktop/ownDesktop.ts). All take from one queue, so tests of one file may be in several.
  workers: 1,
  fullyParallel: true,
  // A test that passes on the second attempt has found a fault.
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  // Only a limit for hangs: no test waits for a time, and machines differ by a factor of three.
  timeout: 300_000,
  globalTimeout: 60 * 60_000,
  expect: { timeout: 60_000 },
  // Traces record what crosses the bridge and the network, including tokens.
  use: { trace: 'off', video: 'off' },
});
