import { app, powerMonitor, type Event } from 'electron';
import { keepArriving, linkIn } from '../deepLinks/deepLinkQueue';
import { askToQuit } from './quitDialog';
import { fileIn } from '../deepLinks/fileArgument';
import { createQuitGuard, type QuitGuard } from './quitGuard';
import { endWithSession } from './sessionEnd';
import type { QuitQuestion } from './quitQuestion';

export interface RunningApp {
  showWindow(): void;
  /** A link of ours that was opened outside the app. Only shows it: what it is for waits for a person. */
  openLink(link: string): void;
  /** A file that was opened with the app outside it. Ignored where its path names none to import. */
  openFile(path: string): void;
  /** What to ask a person who wants to leave now, null when nothing is to be asked. */
  quitQuestion(): QuitQuestion | null;
  /** Ends the work in order; the program goes when it is done. */
  close(): Promise<void>;
  /** Closes the data at once, for when there is no time to wait for what is on its way. */
  closeNow(): void;
}

/**
 * Runs the app once a user: a second start hands the first one its link or file, or shows its window, and ends. Quitting asks while changes go out,
 * then waits until the app has closed its work.
 * @param start resolves with null when the app cannot run, and has said so.
 */
export function runAsOnlyInstance(start: () => Promise<RunningApp | null>): void {
  if (!app.requestSingleInstanceLock()) {
    app.exit();
    return;
  }
  const links = keepArriving();
  const files = keepArriving();
  // macOS tells of a link by this, the one that starts the app included, before Electron is ready.
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
    running?.showWindow();
  });
  // Not awaited at the top level: Electron becomes ready only after the entry module has finished.
  void app.whenReady().then(async () => {
    // While it starts, a window may tell of a problem; closing that one must not end the program.
    const keepRunning = (): void => undefined;
    app.on('window-all-closed', keepRunning);
    askBeforeLeaving(() => running);
    running = await start();
    app.off('window-all-closed', keepRunning);
    if (running === null) {
      app.quit();
      return;
    }
    const { showWindow, openLink, openFile, close } = running;
    links.handTo(openLink);
    files.handTo(openFile);
    app.on('activate', () => {
      showWindow();
    });
    app.on('window-all-closed', () => {
      if (process.platform !== 'darwin') app.quit();
    });
    app.on('will-quit', (event) => {
      event.preventDefault();
      // exit, not quit: every window is gone by now, and a quit asked for within this event would be ignored.
      void close().finally(() => {
        app.exit();
      });
    });
  });
}

/** Asks a person who quits or, where that quits too, closes the window. The system is never held up by a question. */
function askBeforeLeaving(running: () => RunningApp | null): void {
  const question = (): QuitQuestion | null => running()?.quitQuestion() ?? null;
  const leaving = createQuitGuard({ question, ask: askToQuit, quit: () => app.quit() });
  const hold = (event: Event): boolean => {
    if (leaving.mayLeave()) return false;
    event.preventDefault();
    return true;
  };
  app.on('before-quit', (event) => {
    // Windows close next, and must not ask again.
    if (!hold(event)) leaving.decided();
  });
  app.on('browser-window-created', (_event, window) => {
    window.on('close', (event) => {
      if (process.platform !== 'darwin') hold(event);
    });
    endWithSession(window, {
      systemEnds: leaving.systemEnds,
      isSending: () => question() !== null,
      quit: () => app.quit(),
      endNow() {
        running()?.closeNow();
        app.exit();
      },
    });
  });
  leaveWithTheSystem(leaving);
}

/** The computer shuts down, or somebody ends the program from outside. */
function leaveWithTheSystem(leaving: QuitGuard): void {
  powerMonitor.on('shutdown', leaving.systemEnds);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    // Chromium has put its own handling in the place of listeners from before Electron was ready (packages have such);
    // only the first new one takes it over.
    process.removeAllListeners(signal);
    process.on(signal, () => {
      leaving.decided();
      app.quit();
    });
  }
}
