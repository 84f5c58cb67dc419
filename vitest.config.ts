import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // vitest would leave one processor to its own watching, which nobody does here.
    maxWorkers: '100%',
    // Our modules keep nothing between calls: loading them anew for each file is most of the time and finds nothing.
    isolate: false,
    // Quicker than processes: what is loaded and reported need not cross between them.
    pool: 'threads',
    globalSetup: 'tests/support/temporaryFolder.ts',
    // Only bounds for what hangs: no test waits for a time, and machines differ by a factor of three.
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          environment: 'node',
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'contract',
          include: ['tests/contract/**/*.test.ts'],
          environment: 'node',
          // These talk to the sandbox in its own process, built into dist/.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
