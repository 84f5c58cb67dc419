import { defineConfig } from '@playwright/test';

// `npm run bench` (scripts/bench.mjs). Playwright provides what surrounds it: TypeScript, and the app as its user.
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-output/bench',
  workers: 1,
  retries: 0,
  timeout: 15 * 60_000,
  reporter: 'list',
});
