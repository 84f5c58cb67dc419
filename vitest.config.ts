import { defineConfig } from 'vitest/config';

/** Only for hangs: no test waits for a time, and machines differ by a factor of three. */
const bounds = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 30_000 } } };

export default defineConfig({
  test: {
    // vitest would leave one processor for its own watching, which isn't used here.
    maxWorkers: '100%',
    // Our modules keep nothing between calls: reloading them for each file takes most of the time and finds nothing.
    isolate: false,
    // Faster than processes: loaded code and reports need not cross between them.
    pool: 'threads',
    globalSetup: 'tests/support/temporaryFolder.ts',
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], environment: 'node', ...bounds },
      },
      {
        extends: true,
        // These talk to the sandbox in its own process, built into dist/.
        test: { name: 'contract', include: ['tests/contract/**/*.test.ts'], environment: 'node', ...bounds },
      },
    ],
  },
});
