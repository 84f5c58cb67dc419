import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { startAmazon, type TestAmazon } from './amazon';
import { startApp, type AppStart, type RunningApp } from './app';
import type { SandboxStart } from '../sandbox';
import { screensOf, type Screens } from './screens';

/** The app with its screens at hand. */
export interface StartedApp extends RunningApp {
  readonly screens: Screens;
}

interface Desktop {
  /** A profile folder of this test's own; every start in the test uses it. */
  readonly userData: string;
  /** What the program printed, over all starts of the test. */
  readonly logFile: string;
  /** Starts the app; called again after a quit or kill, it is a restart. */
  readonly start: (options?: Pick<AppStart, 'env' | 'switches' | 'link'>) => Promise<StartedApp>;
  /** Starts another Amazon, to be connected to under this name; it ends with the test. */
  readonly amazon: (name: string, options?: SandboxStart) => Promise<TestAmazon>;
}

/**
 * The one way end-to-end tests get an app. It owns the profile, waits for the first screen, keeps log and screenshot
 * of a failed test beside its results, and leaves no process behind.
 */
export const test = base.extend<Desktop>({
  userData: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'amc-profile-'));
    await use(folder);
    // Helpers of a killed app may still be ending and writing.
    await expect(() => rm(folder, { recursive: true, force: true })).toPass({ timeout: 15_000 });
  },
  logFile: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'amc-log-'));
    await use(join(folder, 'app.log'));
    rmSync(folder, { recursive: true, force: true });
  },
  start: async ({ userData, logFile }, use, testInfo) => {
    const started: RunningApp[] = [];
    await use(async (options = {}) => {
      const app = await startApp({ userData, logFile, ...options });
      started.push(app);
      return { ...app, screens: screensOf(app.page) };
    });
    const failed = testInfo.status !== testInfo.expectedStatus;
    const last = started.at(-1);
    if (failed && last !== undefined && !last.page.isClosed()) {
      await last.page.screenshot({ path: testInfo.outputPath('screen.png') }).catch(() => undefined);
    }
    if (failed && existsSync(logFile)) copyFileSync(logFile, testInfo.outputPath('app.log'));
    for (const app of started) await app.kill();
  },
  amazon: async ({}, use) => {
    const started: TestAmazon[] = [];
    await use(async (name, options) => {
      const amazon = await startAmazon(name, options);
      started.push(amazon);
      return amazon;
    });
    for (const amazon of started) await amazon.stop();
  },
});

export { expect };
