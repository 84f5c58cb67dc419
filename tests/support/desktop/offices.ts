import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BatchRowInput } from '../../../shared/domain/batch/batch';
import type { TestAmazon } from './amazon';
import { projectRoot } from '../projectRoot';
import { electronProgram, startApp, type RunningApp } from './app';
import { drag } from './drag';
import { screensOf } from './screens';
import { removeFolders } from './sharedApps';
import { writeSignedInProfile, type SignedInAs } from './signedInProfile';

/** One of several desktops on this computer, each with a profile of its own, that pass batch files to each other. */
export interface OfficeDesktop extends RunningApp {
  readonly screens: ReturnType<typeof screensOf>;
  readonly logFile: string;
  /**
   * Makes a batch of people, ready to be sent.
   * @param accountIds people go to these in turns; to the first account that can be invited to if omitted
   * @returns its ID
   */
  draft(addresses: readonly string[], accountIds?: readonly string[]): Promise<string>;
  /** What the next save dialog answers. @returns the path */
  saveNextAs(name: string): Promise<string>;
  /** Opens a batch file by the menu. */
  open(path: string): Promise<void>;
  /** Drops a batch file on the window. */
  drop(path: string): Promise<void>;
  /** Opens a batch file as a file manager does: by a second process, which has ended when this resolves. */
  openFromOutside(path: string): Promise<void>;
  end(): Promise<void>;
}

/**
 * Starts a desktop signed in to this Amazon, whose person has this name in signed files.
 * @param identity who signed in to Amazon
 */
export async function startOffice(
  amazon: TestAmazon,
  name: string,
  identity: NonNullable<SignedInAs['identity']> = 'dana',
): Promise<OfficeDesktop> {
  const folder = mkdtempSync(join(tmpdir(), `amc-office-${name}-`));
  const userData = join(folder, 'profile');
  mkdirSync(userData);
  await writeSignedInProfile(userData, amazon, { identity, read: true });
  const logFile = join(folder, 'app.log');
  const app = await startApp({ userData, logFile });
  const { page, electron } = app;
  await page.evaluate((signerName) => window.amc.settings.set({ settings: { signerName } }), name);
  return {
    ...app,
    logFile,
    screens: screensOf(page),
    draft: (addresses, accountIds = []) => page.evaluate(draftInPage, { addresses, accountIds }),
    async saveNextAs(file) {
      const path = join(folder, `${file}.amcbatch`);
      await electron.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      }, path);
      return path;
    },
    async open(path) {
      const before = page.url();
      await electron.evaluate(({ dialog, Menu }, file) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] });
        const items = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'File')?.submenu?.items;
        items?.find(({ label }) => label === 'Open Batch File…')?.click();
      }, path);
      // Another file's screen has the same heading.
      await page.waitForURL((url) => url.href !== before && url.hash.startsWith('#/review/'));
    },
    async drop(path) {
      const dragged = await drag(page, { files: [path] });
      await dragged.over();
      await dragged.drop();
    },
    async openFromOutside(path) {
      const second = spawn(electronProgram(), [`--user-data-dir=${userData}`, projectRoot, path], {
        stdio: 'ignore',
      });
      await once(second, 'exit');
    },
    async end() {
      await app.kill();
      await removeFolders(folder);
    },
  };
}

/** Runs in the page. */
async function draftInPage({
  addresses,
  accountIds,
}: Readonly<Record<'addresses' | 'accountIds', readonly string[]>>): Promise<string> {
  const { accounts, batches } = window.amc;
  const listed = await accounts.list({});
  const open = 'ok' in listed ? listed.ok.accounts.filter(({ canInvite }) => canInvite === true) : [];
  const places =
    accountIds.length === 0
      ? open.slice(0, 1)
      : accountIds.flatMap((id) => open.filter(({ accountId }) => accountId === id));
  const created = await batches.create({ name: 'June' });
  if (places.length === 0 || !('ok' in created)) throw new Error('There is no account to invite to.');
  const { batchId } = created.ok.batch;
  const rows = addresses.map((emailAddress, position): BatchRowInput => {
    const rowId = crypto.randomUUID();
    const person = {
      emailAddress,
      userName: `Person ${String(position + 1)}`,
      role: 'viewer',
      note: '',
      instances: '',
    };
    const { connectionId, accountId, name = '' } = places[position % places.length] ?? {};
    if (connectionId === undefined || accountId === undefined) throw new Error('This is no account.');
    return { rowId, position, account: { connectionId, accountId }, accountText: name, ...person };
  });
  await batches.setRows({ batchId, rows });
  await batches.setNotify({ batchId, notify: false });
  return batchId;
}
