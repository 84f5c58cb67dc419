import { app } from 'electron';

export interface RunningApp {
  showWindow(): void;
  /** Ends the work in order; the program goes when it is done. */
  close(): Promise<void>;
}

/**
 * Runs the app once a user: a second start shows the first one's window and ends. Quitting waits until the
 * app has closed its work.
 */
export function runAsOnlyInstance(start: () => RunningApp): void {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  // Not awaited at the top level: Electron becomes ready only after the entry module has finished.
  void app.whenReady().then(() => {
    const running = start();
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
