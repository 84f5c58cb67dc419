import { join } from 'node:path';
import { app, clipboard } from 'electron';
import { ipc } from '../shared/bridge/ipc';
import { followChanges, recoverOutbox, startBackground } from './background';
import { createArrivedFiles, type ArrivedFiles } from './batches/import/opening/arrivedFiles';
import { canOpen } from './batches/import/opening/tableFile';
import { createHandlers } from './handlers';
import { batchFileToOpen } from './ipc/approvals';
import { tableToImport } from './ipc/batchImports';
import { registerHandlers } from './ipc/register';
import { continuesAtStart, openProgram, type Program } from './program';
import { createOsKeychain } from './secrets/keychain';
import { reportCrashes } from './shell/failures/crashHandler';
import { whereItHappened } from './shell/failures/crashReport';
import { thisPerson } from './shell/identity/thisPerson';
import type { RunningApp } from './shell/lifecycle/lifecycle';
import { quitQuestion } from './shell/lifecycle/quitQuestion';
import { diagnosticsText } from './shell/logging/diagnostics';
import { logFailures } from './shell/logging/failureLogger';
import { openLog, type LogFile } from './shell/logging/log';
import { createRedaction } from './shell/logging/redaction';
import type { LoadingWindow } from './shell/pageWindows/pageWindow';
import type { askInDialog } from './shell/system/askInDialog';
import { describeRun } from './shell/system/runDescription';
import { showOpenFileDialog } from './shell/system/openFileDialog';
import { trustSystemCertificates } from './shell/system/systemNetwork';
import { offerTasks } from './shell/tasks/offerTasks';
import { createBringForward } from './shell/window/bringForward';
import { installMenu, type AppMenu } from './shell/window/menu';
import { closeDatabase, requestCheck } from './storage/database';
import { rewriteFile } from './storage/overwriting';
import { databaseProblemOf } from './storage/databaseErrors';

/** What the entry has prepared. */
export interface StartDeps {
  /** The folder of the built main process. */
  readonly mainFolder: string;
  readonly firstWindow: LoadingWindow;
  /** For the log; null: nothing. */
  readonly dataFolderNote: string | null;
  readonly certificateSwitchIgnored: boolean;
  readonly ask: typeof askInDialog;
  readonly mayOpenBrowser: () => Promise<void>;
  /** Lets the pages' calls through. */
  readonly openBridge: () => void;
  /** Sets what opens an address of our page in another window. */
  readonly opensWindows: (open: (address: string) => void) => void;
}

/** Opens the data, creates the parts and connects them. Null if the data couldn't be opened; a person has seen why by then. */
export async function startApp(deps: StartDeps): Promise<RunningApp | null> {
  const { mainFolder, firstWindow, opensWindows, ask, mayOpenBrowser, certificateSwitchIgnored } = deps;
  const dataFolder = app.getPath('userData');
  const about = describeRun();
  const redact = createRedaction(process.platform, thisPerson());
  const osKeychain = createOsKeychain();
  const log = startLog({
    ...{ dataFolder, about, redact },
    note: deps.dataFolderNote,
    beforeExit: osKeychain.end,
  });

  const databaseFile = join(dataFolder, 'access.db');
  const program = await openProgram({ mainFolder, dataFolder, databaseFile }, firstWindow, log, osKeychain);
  if (program === null) return null;
  const { window, windows, secrets, services, changed, db } = program;
  followChanges(program);
  recoverOutbox(program);

  const copyDiagnostics = async (): Promise<void> => {
    const { list } = services.connections;
    await clipboard.writeText(
      diagnosticsText({
        ...{ about, dataFolder, db, log, redact },
        windows: windows.count(),
        connections: list,
        keychain: secrets.status,
      }),
    );
  };
  const copyObservations = async (): Promise<void> => {
    await clipboard.writeText(services.observations.text(about));
  };
  const arrivedFiles = createArrivedFiles(() => {
    changed('batches.changed');
  });
  const menu = showMenu(program, {
    copyDiagnostics,
    copyObservations,
    importList: () => void chooseAndOpen(program, arrivedFiles, tableToImport),
    openBatchFile: () => void chooseAndOpen(program, arrivedFiles, batchFileToOpen),
  });
  opensWindows((address) => {
    openInWindow(program, address);
  });
  offerTasks(window.command);
  const handlers = createHandlers(program, {
    ...{ arrivedFiles, ask, mayOpenBrowser, copyDiagnostics, copyObservations, menu },
    certificateSwitchIgnored,
  });
  const noteDamage = (thrown: unknown): void => {
    if (databaseProblemOf(thrown) === 'damaged') requestCheck(databaseFile);
  };
  registerHandlers(ipc, logFailures(handlers, log, noteDamage), windows.isTrusted);
  deps.openBridge();
  window.show();
  trustSystemCertificates(log);
  void secrets.check();
  return runningApp(program, arrivedFiles, startBackground(program), osKeychain.end);
}

/** Opens the log; from here on crashes are reported. */
function startLog({
  dataFolder,
  about,
  redact,
  note,
  beforeExit,
}: Omit<Parameters<typeof reportCrashes>[0], 'log' | 'logFolder'> & {
  readonly dataFolder: string;
  readonly note: string | null;
}): LogFile {
  const logFolder = join(dataFolder, 'logs');
  const log = openLog(logFolder, redact);
  reportCrashes({ log, logFolder, redact, about, beforeExit });
  log.info(`Started: ${about.join('; ')}`);
  if (note !== null) log.info(note);
  return log;
}

/** Asks for a file; it is opened like one that was opened with the app. */
async function chooseAndOpen(
  { window }: Program,
  arrivedFiles: ArrivedFiles,
  wanted: typeof tableToImport,
): Promise<void> {
  window.show();
  const path = await showOpenFileDialog(wanted);
  if (path !== null) await arrivedFiles.open(path);
}

/** The native menu, which follows the windows. */
function showMenu(
  { window, windows, onChange }: Program,
  actions: Pick<
    Parameters<typeof installMenu>[0],
    'copyDiagnostics' | 'copyObservations' | 'importList' | 'openBatchFile'
  >,
): AppMenu {
  const menu = installMenu({
    ...actions,
    showSettings: window.showSettings,
    showMainWindow: window.show,
    command: windows.command,
    furtherWindows: windows.further,
    frontId: () => windows.front()?.webContents.id ?? null,
  });
  onChange((topic) => {
    if (topic === 'windows.changed') menu.windowsChanged();
  });
  return menu;
}

/** A link that a person opened with Ctrl, Cmd or the middle button. */
function openInWindow({ windows, log }: Program, address: string): void {
  try {
    windows.openUrl(address);
  } catch (error) {
    // Too many are open.
    log.warn(`A window was not opened: ${whereItHappened(error)}`);
  }
}

/** What the system requests from the running app: to show a window, to open links and files, and to quit. */
function runningApp(
  program: Program,
  arrivedFiles: ArrivedFiles,
  stopBackground: () => void,
  beforeExit: () => Promise<void>,
): RunningApp {
  const { window, log, db, place, sandbox, services } = program;
  const { outbox, redeem, refreshAll, members } = services;
  const mayComeForward = createBringForward(() => performance.now());
  let dataClosed = false;
  const closeData = (): void => {
    if (dataClosed) return;
    dataClosed = true;
    // It takes a moment, which nobody waits for now.
    if (services.retention.hasErased()) rewriteFile(db);
    place.release(Date.now());
    closeDatabase(db);
    log.info('Ended.');
  };

  return {
    showWindow: window.show,
    closingQuits: (closed) => closed === window.current(),
    showScreen: window.showScreen,
    openLink(link) {
      // More links than a person could click must not bring the window forward again and again.
      if (redeem.arrive(link) === 'tooMany' || window.isAtRedeem()) return;
      if (mayComeForward(window.isMinimized())) window.showRedeem();
    },
    openFile(path) {
      if (!canOpen(path)) return;
      window.show();
      void arrivedFiles.open(path);
    },
    quitQuestion: () => quitQuestion(outbox.status().runs, continuesAtStart(program)),
    /** Waits for answers to requests already sent to Amazon, then closes everything. */
    async close() {
      stopBackground();
      refreshAll.stop();
      services.retention.stop();
      members.background.stop();
      services.instances.stop();
      redeem.close();
      await outbox.close();
      await services.team.link.close();
      sandbox.stop();
      closeData();
      await beforeExit();
    },
    closeNow: closeData,
  };
}
