import { app } from 'electron';

export interface RunningApp {
  showWindow(): void;
  /** Ends the work in order; the program goes when it is done. */
  close(): Promise<void>;
}

/**
 * Runs the app once a user: a second start shows the first one's window and ends. Quitting waits until the
 * app has closed its work.
 * @param start resolves with null when the app cannot run, and has said so.
 */
export function runAsOnlyInstance(start: () => Promise<RunningApp | null>): void {
  if (!app.requestSingleInstanceLock()) {
    app.exit();
    return;
  }
  // Not awaited at the top level: Electron becomes ready only after the entry module has finished.
  void app.whenReady().then(async () => {
    // While it starts, a window may tell of a problem; closing that one must not end the program.
    const keepRunning = (): void => undefined;
    app.on('window-all-closed', keepRunning);
    const running = await start();
    app.off('window-all-closed', keepRunning);
    if (running === null) {
      app.quit();
      return;
    }
    app.on('second-instance', () => {
      running.showWindow();
    });
    app.on('activate', () => {
      running.showWindow();
    });
    app.on('window-all-closed', () => {
      if (process.platform !== 'darwin') app.quit();
    });
    app.on('will-quit', (event) => {
      event.preventDefault();
      // exit, not quit: every window is gone by now, and a quit asked for within this event would be ignored.
      void running.close().finally(() => {
        app.exit();
      });
    });
  });
}
