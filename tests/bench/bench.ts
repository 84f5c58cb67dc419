import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../support/desktop/app';
import { makeEmptyApps, type EmptyApps } from './emptyApps/emptyApps';
import { writeLargeProfile } from './profile';
import { startElectron, type StartedApp } from './startedApp';

type AppName = 'ours' | keyof EmptyApps;

/** What rows measure with. */
export interface Bench {
  /** The profile our app is started with: see `profile.ts`. */
  readonly userData: string;
  /** Starts an app with the profile it had before, so that Chromium's caches are as warm as on any other day. */
  start(app: AppName, switches?: readonly string[]): Promise<StartedApp>;
  remove(): void;
}

export async function openBench(): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'amc-bench-'));
  const profileOf = (app: AppName): string => join(folder, `profile-${app}`);
  const apps = { ours: projectRoot, ...(await makeEmptyApps(folder)) };
  for (const app of ['ours', 'electron', 'cloudscape'] as const) mkdirSync(profileOf(app));
  writeLargeProfile(profileOf('ours'));
  return {
    userData: profileOf('ours'),
    start: (app, switches) => startElectron(apps[app], profileOf(app), switches),
    remove() {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
