import { join } from 'node:path';
import type { Topic } from '../shared/bridge/channels';
import type { BatchFiles } from './batches/approving/batchFiles/request';
import { createBatchWriters, type BatchWriters } from './batches/writers';
import { createSecretLedger } from './connections/secretLedger';
import { sandboxClient, sandboxEndpoints } from './sandbox/endpoints';
import type { OsKeychain } from './secrets/keychain';
import { createSecretStore, type SecretStore } from './secrets/secretStore';
import { createServices, type Services } from './services';
import { openDatabaseOrExplain, type OpenedDatabase } from './shell/failures/openDatabaseOrExplain';
import { tellInFirstWindow } from './shell/failures/problemWindow';
import { createBatchFileHelper } from './shell/helpers/batchFileHelper';
import { createSandboxHelper, type SandboxHelper } from './shell/helpers/sandboxHelper';
import { onResume } from './shell/lifecycle/powerEvents';
import type { LogFile } from './shell/logging/log';
import { createNotifications } from './shell/notifications/notification';
import type { SystemNotifications } from './shell/notifications/systemNotifications';
import { openExternal } from './shell/system/openExternal';
import { runtimeInfo } from './shell/system/runtimeInfo';
import { openSettings, type SettingsStore } from './shell/system/settings';
import { systemProxyFor } from './shell/system/systemNetwork';
import { createAppWindows, type AppWindows } from './shell/pageWindows/appWindows';
import type { MainWindow } from './shell/pageWindows/mainWindow';
import { preloadFile, type LoadingWindow } from './shell/pageWindows/pageWindow';
import { installationPlace } from './storage/dataPlace/installationPlace';
import { settleIn, type DataPlace } from './storage/dataPlace/place';

/** Folders and files of this run. */
export interface ProgramPlaces {
  /** The folder of the built main process; its helpers, the preload and the page are found from there. */
  readonly mainFolder: string;
  readonly dataFolder: string;
  readonly databaseFile: string;
}

/** The parts of the running program, for the handlers and the background work. */
export interface Program extends OpenedDatabase, ProgramPlaces {
  readonly log: LogFile;
  readonly place: DataPlace;
  readonly settings: SettingsStore;
  /** The main one. */
  readonly window: MainWindow;
  readonly windows: AppWindows;
  readonly writers: BatchWriters;
  readonly secrets: SecretStore;
  readonly sandbox: SandboxHelper;
  readonly services: Services;
  readonly notifications: SystemNotifications;
  /** Notifies the page and every listener that the facts of a topic have changed. */
  readonly changed: (topic: Topic) => void;
  readonly onChange: (...listeners: readonly ((topic: Topic) => void)[]) => void;
}

/** Opens the data and creates the parts. `firstWindow` becomes the main window, or shows why it can't. Null if the data couldn't be opened; a person has seen why by then. */
export async function openProgram(
  places: ProgramPlaces,
  firstWindow: LoadingWindow,
  log: LogFile,
  osKeychain: OsKeychain,
): Promise<Program | null> {
  const { mainFolder, dataFolder, databaseFile } = places;
  const opened = await openDatabaseOrExplain(databaseFile, {
    log,
    tell: (problem) => tellInFirstWindow(firstWindow.window, problem),
    now: Date.now,
  });
  if (opened === null) return null;
  const { db } = opened;
  const place = await settleIn(db, dataFolder, Date.now());
  if (place.network) log.warn('The data folder is on a network.');
  if (place.otherComputer !== null) log.warn('Another computer used the data since the last start.');
  const settings = openSettings(log);
  const listeners: ((topic: Topic) => void)[] = [];
  const changed = (topic: Topic): void => {
    for (const listener of listeners) listener(topic);
  };
  const { windows, writers } = openWindows({
    settings,
    preload: preloadFile(mainFolder),
    firstWindow,
    changed,
  });
  listeners.push(windows.notify);
  const appChanged = (): void => {
    changed('app.changed');
  };
  const secrets = createSecretStore({
    load: osKeychain.load,
    ledger: createSecretLedger(db),
    platform: process.platform,
    changed: appChanged,
  });
  const sandbox = createSandboxHelper(join(mainFolder, 'sandbox.js'), dataFolder);
  const services = openServices({
    ...{ db, secrets, sandbox, settings, changed },
    place: () => installationPlace(dataFolder),
    batchFiles: createBatchFileHelper(join(mainFolder, 'batchFiles.js')),
  });
  const notifications = createNotifications(log, appChanged);
  return {
    ...places,
    ...opened,
    ...{ log, place, settings, window: windows.main, windows, writers },
    ...{ secrets, sandbox, services, notifications, changed },
    onChange(...more) {
      listeners.push(...more);
    },
  };
}

/** How long a window that another one wants to take a batch over from may take to save it, in ms. */
const handOverWithinMs = 10_000;

/** The windows, and which of them edits which batch. */
function openWindows({
  settings,
  preload,
  firstWindow,
  changed,
}: Pick<Program, 'settings' | 'changed'> & {
  readonly preload: string;
  readonly firstWindow: LoadingWindow;
}): Pick<Program, 'windows' | 'writers'> {
  const windowsChanged = (): void => {
    changed('windows.changed');
  };
  const writers = createBatchWriters({ changed: windowsChanged, patienceMs: handOverWithinMs });
  const windows = createAppWindows({
    ...{ settings, preload, firstWindow },
    pageGone: writers.windowGone,
    changed: windowsChanged,
  });
  return { windows, writers };
}

/** The services on this system, with what is set in Settings. */
const openServices = ({
  db,
  secrets,
  sandbox,
  settings,
  changed,
  place,
  batchFiles,
}: Pick<Program, 'db' | 'secrets' | 'sandbox' | 'settings' | 'changed'> & {
  readonly place: () => Promise<string>;
  readonly batchFiles: BatchFiles;
}): Services =>
  createServices({
    db,
    secrets,
    sandbox: {
      endpoints: async () => sandboxEndpoints(await sandbox.origin()),
      client: sandboxClient,
    },
    proxyFor: systemProxyFor,
    openInBrowser: openExternal,
    onResume,
    redeemPage: () => settings.get().redeemPage,
    houseRules: settings.get,
    typingRule: settings.get,
    programVersion: runtimeInfo().version,
    signerName: () => settings.get().signerName,
    ...{ place, batchFiles },
    keepPeopleMonths: () => settings.get().keepPeopleMonths,
    savedViews: {
      read: () => settings.get().savedViews,
      write: (savedViews) => void settings.set({ savedViews }),
    },
    refreshAfterMinutes: () => settings.get().refreshAfterMinutes,
    checkOnlineAfterMinutes: () => settings.get().checkOnlineAfterMinutes,
    now: Date.now,
    changed,
  });

/** Whether what the last run left open is sent without asking, judging by settings and the data folder. */
export const continuesAtStart = ({ settings, place }: Program): boolean =>
  settings.get().continueAtStart && !place.network;
