import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { projectRoot } from '../support/projectRoot';
import { makeEmptyApps, type EmptyApps } from './emptyApps/emptyApps';
import { writeLargeProfile } from './profile';
import type { Page } from './page/page';
import { startElectron, type StartedApp } from './page/startedApp';

type AppName = 'ours' | keyof EmptyApps;

/** What rows measure with. */
export interface Bench {
  /** The profile our app starts with: see `profile.ts`. */
  readonly userData: string;
  /** Of what is measured. */
  readonly versions: Versions;
  /**
   * Starts an app for a piece of work and ends it afterwards. It keeps its profile, so Chromium's caches are warm as on any other
   * day.
   */
  withApp<T>(app: AppName, work: (app: StartedApp) => Promise<T>, switches?: readonly string[]): Promise<T>;
  remove(): void;
}

export interface Versions {
  readonly app: string;
  readonly electron: string;
  readonly chromium: string;
  /** The Node that measures, and in which the refresh runs. */
  readonly node: string;
}

export async function openBench(): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'amc-bench-'));
  const profileOf = (app: AppName): string => join(folder, `profile-${app}`);
  const apps = { ours: projectRoot, ...(await makeEmptyApps(folder)) };
  for (const app of ['ours', 'electron', 'cloudscape'] as const) mkdirSync(profileOf(app));
  writeLargeProfile(profileOf('ours'));
  const withApp: Bench['withApp'] = async (app, work, switches) => {
    const started = await startElectron(apps[app], profileOf(app), switches);
    try {
      return await work(started);
    } finally {
      await started.quit();
    }
  };
  return {
    userData: profileOf('ours'),
    versions: await withApp('electron', ({ page }) => versionsOf(page)),
    withApp,
    remove() {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function versionsOf(page: Page): Promise<Versions> {
  const userAgent = await page.evaluate(() => navigator.userAgent, null);
  const versionOf = (name: string): string => new RegExp(`${name}/(\\S+)`).exec(userAgent)?.[1] ?? 'unknown';
  return {
    app: manifest.version,
    electron: versionOf('Electron'),
    chromium: versionOf('Chrome'),
    node: process.versions.node,
  };
}
