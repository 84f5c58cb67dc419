import { copyFileSync, existsSync } from 'node:fs';
import { expect } from '../support/desktop/fixture';
import { test as desktop } from '../support/desktop/livelyDesktop';
import { startPackagedApp, type PackagedApp } from './packagedApp';

interface Package {
  /** Starts the packaged app; called again after a quit, it is a restart. */
  readonly startPackaged: () => Promise<PackagedApp>;
}

/** Owns the packaged app's profile, keeps the log and screenshot of a failed test, leaves no process behind. */
export const test = desktop.extend<Package>({
  startPackaged: async ({ userData, logFile }, use, testInfo) => {
    const started: PackagedApp[] = [];
    await use(async () => {
      const app = await startPackagedApp({ userData, logFile });
      started.push(app);
      return app;
    });
    if (testInfo.status !== testInfo.expectedStatus) {
      await started
        .at(-1)
        ?.page.screenshot({ path: testInfo.outputPath('screen.png') })
        .catch(() => undefined);
      if (existsSync(logFile)) copyFileSync(logFile, testInfo.outputPath('app.log'));
    }
    for (const app of started) await app.kill();
  },
});

export { expect };
