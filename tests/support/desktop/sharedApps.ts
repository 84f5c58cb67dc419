import { copyFileSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type TestInfo } from '@playwright/test';
import { defaultSettings } from '../../../shared/domain/settings';
import { startAmazon, type TestAmazon } from './amazon';
import { startApp, type RunningApp } from './app';
import { screensOf, type Screens } from './screens';
import { writeSignedInProfile } from './signedInProfile';

/** The app with its screens at hand. */
export interface StartedApp extends RunningApp {
  readonly screens: Screens;
}

/** An app shared by the tests of a worker, one after the other. */
export interface SharedApp extends StartedApp {
  /** The app's output since the test began. */
  printed(): string;
}

export interface SignedInApp extends SharedApp {
  /** Where it is signed in, as Dana. */
  readonly amazon: TestAmazon;
}

/** An app and where it lives. */
export interface WorkerApp extends StartedApp {
  readonly logFile: string;
}

/** Starts an app for a worker's tests; it ends with the worker, which ends with the first failing test. */
export async function keepApp(
  prepare: (userData: string) => Promise<unknown>,
  use: (app: WorkerApp) => Promise<void>,
): Promise<void> {
  const userData = mkdtempSync(join(tmpdir(), 'amc-profile-'));
  const logs = mkdtempSync(join(tmpdir(), 'amc-log-'));
  await prepare(userData);
  const logFile = join(logs, 'app.log');
  const app = await startApp({ userData, logFile });
  await use({ ...app, screens: screensOf(app.page), logFile });
  await app.kill();
  await removeFolders(userData, logs);
}

/** The same, signed in as Dana to an Amazon of its own. */
export async function keepSignedInApp(
  use: (kept: { readonly app: WorkerApp; readonly amazon: TestAmazon }) => Promise<void>,
): Promise<void> {
  const amazon = await startAmazon('Northwind');
  await keepApp(
    (userData) => writeSignedInProfile(userData, amazon),
    (app) => use({ app, amazon }),
  );
  await amazon.stop();
}

/**
 * Closes windows that a test opened, crashed ones included: what was edited in them can be edited again. Gives the main one the
 * size of a new window.
 */
const resetWindows = async ({ electron, page }: WorkerApp): Promise<void> =>
  electron.evaluate(
    ({ BrowserWindow }, main) => {
      for (const window of BrowserWindow.getAllWindows()) if (window !== main) window.destroy();
      (main as unknown as Electron.BrowserWindow).setContentSize(1280, 800);
    },
    await electron.browserWindow(page),
  );

/**
 * Lends the app to a test as if it had just been started, without a setup that waits, and records what a failed one left on
 * screen.
 */
export async function lendApp(
  app: WorkerApp,
  use: (app: SharedApp) => Promise<void>,
  testInfo: TestInfo,
): Promise<void> {
  const { electron, page, logFile } = app;
  await page.emulateMedia({ colorScheme: null, reducedMotion: null, forcedColors: null });
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus());
  await page.evaluate(async () => {
    await window.amc.redeem.dismissSetup();
    location.hash = '#/';
  });
  await page.reload();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  const before = readFileSync(logFile).length;
  await use({ ...app, printed: () => readFileSync(logFile).subarray(before).toString() });
  await keepEvidence(page, logFile, testInfo);
}

/**
 * Removes what tests that only look may have left: windows, drafted batches, waiting links, settings, a misbehaving Amazon. Then goes to
 * the accounts, all of which have been read.
 */
export async function lendSignedInApp(
  { app, amazon }: { readonly app: WorkerApp; readonly amazon: TestAmazon },
  use: (app: SignedInApp) => Promise<void>,
  testInfo: TestInfo,
): Promise<void> {
  await resetWindows(app);
  amazon.proxy.fate = () => 'pass';
  await amazon.sandbox.behave();
  await app.page.evaluate(async (settings) => {
    const { batches, redeem, settings: kept } = window.amc;
    const drafted = await batches.list();
    for (const { batchId } of 'ok' in drafted ? drafted.ok.batches : []) await batches.remove({ batchId });
    const waiting = await redeem.inbox();
    for (const { invitationId } of 'ok' in waiting ? waiting.ok.links : []) {
      await redeem.dismiss({ invitationId });
    }
    await kept.set({ settings });
  }, defaultSettings);
  await lendApp(
    app,
    async (shared) => {
      await shared.screens.goTo('Accounts');
      await expect(shared.screens.rows('Accounts').filter({ hasText: 'Yes' })).toHaveCount(12);
      await use({ ...shared, amazon });
    },
    testInfo,
  );
}

/**
 * A screenshot and the log of a failed test, beside its results, and what was on screen in the output, which is all that is left of
 * a run elsewhere. Without what was typed: that may be a secret.
 */
export async function keepEvidence(
  page: RunningApp['page'] | undefined,
  logFile: string,
  testInfo: TestInfo,
): Promise<void> {
  if (testInfo.status === testInfo.expectedStatus) return;
  if (page !== undefined && !page.isClosed()) {
    await page.screenshot({ path: testInfo.outputPath('screen.png') }).catch(() => undefined);
    const shown = await page.locator('#root').innerText({ timeout: 5_000 }).catch(String);
    console.log(`On screen when “${testInfo.title}” failed:\n${shown}`);
  }
  if (existsSync(logFile)) copyFileSync(logFile, testInfo.outputPath('app.log'));
}

/** Helpers of a killed app may still be ending and writing. */
export async function removeFolders(...folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    await expect(() => rm(folder, { recursive: true, force: true })).toPass();
  }
}
