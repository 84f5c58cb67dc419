import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import type { SandboxStart } from '../amazon/sandbox';
import { startAmazon, type TestAmazon } from './amazon';
import { startApp, type AppStart, type RunningApp } from './app';
import { onOwnDesktop } from './ownDesktop';
import { screensOf } from './screens';
import {
  keepApp,
  keepEvidence,
  keepSignedInApp,
  lendApp,
  lendSignedInApp,
  removeFolders,
  type WorkerApp,
  type SharedApp,
  type SignedInApp,
  type StartedApp,
} from './sharedApps';
import { writeSignedInProfile, type SignedInAs } from './signedInProfile';

export type { StartedApp } from './sharedApps';

interface Desktop {
  /** This test's own profile folder; every start in the test uses it. */
  readonly userData: string;
  /** The app's output, across all starts of the test. */
  readonly logFile: string;
  /** Starts the app; called again after a quit or kill, it is a restart. */
  readonly start: (
    options?: Pick<AppStart, 'env' | 'switches' | 'link' | 'file' | 'leavesServersToTest'>,
  ) => Promise<StartedApp>;
  /**
   * Starts the app in a profile that is already signed in to this Amazon, and goes to its accounts. For tests without sign-in
   * through the screens.
   */
  readonly startSignedIn: (amazon: TestAmazon, as?: SignedInAs) => Promise<StartedApp>;
  /** Starts another Amazon, to connect to under this name; it ends with the test. */
  readonly amazon: (name: string, options?: SandboxStart) => Promise<TestAmazon>;
  /** A fresh app on “Welcome” shared with other tests: for tests that leave nothing behind but what is on screen. */
  readonly welcomeApp: SharedApp;
  /**
   * An app shared with other tests, at the accounts of an Amazon where Dana is signed in. For tests that only look: between them
   * what is on screen, windows, drafted batches, waiting links and settings are reset, and nothing else.
   */
  readonly signedInApp: SignedInApp;
}

/** Lives as long as the worker. A failing test ends its worker, so the next one gets new ones. */
interface WorkerFixtures {
  readonly ownDesktop: undefined;
  readonly sharedWelcomeApp: WorkerApp;
  readonly sharedSignedInApp: { readonly app: WorkerApp; readonly amazon: TestAmazon };
}

/**
 * The only way for end-to-end tests to get an app. It owns the profile, waits for the first screen, keeps the log and screenshot
 * of a failed test beside its results, and leaves no process behind.
 */
export const test = base.extend<Desktop, WorkerFixtures>({
  userData: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'amc-profile-'));
    await use(folder);
    await removeFolders(folder);
  },
  logFile: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'amc-log-'));
    await use(join(folder, 'app.log'));
    await removeFolders(folder);
  },
  start: async ({ userData, logFile }, use, testInfo) => {
    const started: RunningApp[] = [];
    await use(async (options = {}) => {
      const app = await startApp({ userData, logFile, ...options });
      started.push(app);
      return { ...app, screens: screensOf(app.page) };
    });
    await keepEvidence(started.at(-1)?.page, logFile, testInfo);
    for (const app of started) await app.kill();
  },
  startSignedIn: async ({ start, userData }, use) => {
    await use(async (amazon, as) => {
      await writeSignedInProfile(userData, amazon, as);
      const app = await start();
      await app.screens.goTo('Accounts');
      await app.screens.rows('Accounts').first().waitFor();
      return app;
    });
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
  welcomeApp: ({ sharedWelcomeApp }, use, testInfo) => lendApp(sharedWelcomeApp, use, testInfo),
  signedInApp: ({ sharedSignedInApp }, use, testInfo) => lendSignedInApp(sharedSignedInApp, use, testInfo),
  ownDesktop: [
    // The first worker has the desktop of the run, as a run with one worker does.
    ({}, use, { parallelIndex }) =>
      parallelIndex === 0 ? use(undefined) : onOwnDesktop(() => use(undefined)),
    { scope: 'worker', auto: true },
  ],
  sharedWelcomeApp: [
    ({}, use) => keepApp(() => Promise.resolve(), use),
    { scope: 'worker', timeout: 300_000 },
  ],
  sharedSignedInApp: [({}, use) => keepSignedInApp(use), { scope: 'worker', timeout: 300_000 }],
});

export { expect };
