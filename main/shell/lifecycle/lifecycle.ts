import { app, powerMonitor, type Event } from 'electron';
import { createArrivalQueue, linkIn } from '../deepLinks/deepLinkQueue';
import { askToQuit } from './quitDialog';
import { fileIn } from '../deepLinks/fileArgument';
import { taskIn, type TaskScreen } from '../tasks/taskArgument';
import { createQuitGuard, type QuitGuard } from './quitGuard';
import { endWithSession } from './sessionEnd';
import type { QuitQuestion } from './quitQuestion';

export interface RunningApp {
  showWindow(): void;
  /** Whether closing this window quits the app where closing the main one does. */
  closingQuits(window: object): boolean;
  /** A task of the jump list was selected. Any program can ask for it, so it only shows a screen. */
  showScreen(screen: TaskScreen): void;
  /** A link of ours opened outside the app. Only shows it; acting on it waits for a person. */
  openLink(link: string): void;
  /** A file opened with the app from outside. Ignored if its path isn't an importable file's. */
  openFile(path: string): void;
  /** What to ask a person who wants to quit now, null if nothing. */
  quitQuestion(): QuitQuestion | null;
  /** Ends the work in order; the app quits when it is done. */
  close(): Promise<void>;
  /** Closes the data immediately, for when there is no time to wait for pending answers. */
  closeNow(): void;
}

/**
 * Runs the app once per user: a second start passes its link or file to the first one, or shows its window, and ends. Quitting
 * asks while changes are being sent, then waits until the app has closed its work.
 * @param start resolves with null if the app can't run, and has said so.
 */
export function runAsOnlyInstance(start: () => Promise<RunningApp | null>): void {
  if (!app.requestSingleInstanceLock()) {
    app.exit();
    return;
  }
  const links = createArrivalQueue();
  const files = createArrivalQueue();
  // macOS delivers links this way, including the one that starts the app, before Electron is ready.
  app.on('open-url', (event, link) => {
    event.preventDefault();
    links.arrived(linkIn([link]));
  });
  links.arrived(linkIn(process.argv));
  // macOS's way to open a file with the app.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    files.arrived(path);
  });
  if (linkIn(process.argv) === null) files.arrived(fileIn(process.argv, app.isPackaged, process.cwd()));
  let running: RunningApp | null = null;
  app.on('second-instance', (_event, commandLine, folder) => {
    const link = linkIn(commandLine);
    links.arrived(link);
    if (link !== null) return;
    files.arrived(fileIn(commandLine, app.isPackaged, folder));
    const task = taskIn(commandLine);
    if (task === null) running?.showWindow();
    else running?.showScreen(task);
  });
  // Not awaited at the top level: Electron becomes ready only after the entry module has finished.
  void app.whenReady().then(async () => {
    // A problem may be shown in a window during start; closing that one must not quit the app.
    const keepRunning = (): void => undefined;
    app.on('window-all-closed', keepRunning);
    askBeforeQuitting(() => running);
    running = await start();
    app.off('window-all-closed', keepRunning);
    if (running === null) {
      app.quit();
      return;
    }
    const { showWindow, showScreen, openLink, openFile, close } = running;
    const task = linkIn(process.argv) === null ? taskIn(process.argv) : null;
    if (task !== null) showScreen(task);
    links.handTo(openLink);
    files.handTo(openFile);
    // With another window in sight, a click on the Dock brings the app forward as it is.
    app.on('activate', (_event, hasVisibleWindows) => {
      if (!hasVisibleWindows) showWindow();
    });
    app.on('window-all-closed', () => {
      if (process.platform !== 'darwin') app.quit();
    });
    app.on('will-quit', (event) => {
      event.preventDefault();
      // exit, not quit: every window is gone by now, and a quit requested within this event would be ignored.
      void close().finally(() => {
        app.exit();
      });
    });
  });
}

/** Asks a person who quits or, where that quits too, closes the window. A question never blocks the system. */
function askBeforeQuitting(running: () => RunningApp | null): void {
  const question = (): QuitQuestion | null => running()?.quitQuestion() ?? null;
  const quitGuard = createQuitGuard({ question, ask: askToQuit, quit: () => app.quit() });
  const isHeldBack = (event: Event): boolean => {
    if (quitGuard.mayLeave()) return false;
    event.preventDefault();
    return true;
  };
  app.on('before-quit', (event) => {
    // Windows close next, and must not ask again.
    if (!isHeldBack(event)) quitGuard.decided();
  });
  app.on('browser-window-created', (_event, window) => {
    window.on('close', (event) => {
      if (process.platform !== 'darwin' && running()?.closingQuits(window) !== false) isHeldBack(event);
    });
    endWithSession(window, {
      systemEnds: quitGuard.systemEnds,
      isSending: () => question() !== null,
      quit: () => app.quit(),
      endNow() {
        running()?.closeNow();
        app.exit();
      },
    });
  });
  quitWithSystem(quitGuard);
}

/** The computer is shutting down, or someone ended the app from outside. */
function quitWithSystem(quitGuard: QuitGuard): void {
  powerMonitor.on('shutdown', quitGuard.systemEnds);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    // Chromium has replaced listeners from before Electron was ready with its own handling (packages have such listeners); only
    // the first new one takes over.
    process.removeAllListeners(signal);
    process.on(signal, () => {
      quitGuard.decided();
      app.quit();
    });
  }
}
