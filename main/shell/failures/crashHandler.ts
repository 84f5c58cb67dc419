import { spawn } from 'node:child_process';
import { app, BrowserWindow, dialog, type WebContents } from 'electron';
import { crashReport, writeCrashReport } from './crashReport';
import type { LogFile } from '../logging/log';
import { tellIn } from './problemWindow';
import { relaunchOf } from '../lifecycle/relaunch';
import { failuresText } from './failuresText';
import { productName } from '../identity/productName';

interface CrashDeps {
  readonly log: LogFile;
  readonly logFolder: string;
  readonly redact: (text: string) => string;
  /** Lines about the app's version and the system. */
  readonly about: readonly string[];
  /** Resolves when the process can end. */
  readonly beforeExit: () => Promise<void>;
}

/**
 * From here on a crash of the app writes a report, shows a message, and can be followed by a restart. While the app quits there is
 * only the report, and it goes on quitting. Nothing is sent anywhere, and there are no memory dumps (Electron's crashReporter stays
 * off): a dump would contain tokens.
 */
export function reportCrashes({ log, logFolder, redact, about, beforeExit }: CrashDeps): void {
  let ended = false;
  let quitting = false;
  app.on('will-quit', () => {
    quitting = true;
  });

  const end = (what: string, error: unknown): void => {
    const report = redact(crashReport(what, error, about, log.tail(100)));
    const file = writeCrashReport(logFolder, report, Date.now());
    log.error(`${what}. Report: ${file ?? 'could not be written'}`);
    // One message is enough, whatever else fails afterwards. A message to nobody would keep an app that quits from ending.
    if (ended || quitting) return;
    ended = true;
    const button = dialog.showMessageBoxSync({
      type: 'error',
      title: productName,
      message: failuresText.crashed,
      detail: `${failuresText.savedIsSafe}\n\n${file === null ? failuresText.noReport : failuresText.reportIn(file)}`,
      buttons: [failuresText.reopen, failuresText.quit],
      defaultId: 0,
      cancelId: 1,
    });
    if (button === 0) reopen();
    // Nothing can be done in them from here on.
    for (const window of BrowserWindow.getAllWindows()) window.hide();
    void beforeExit().finally(() => {
      app.exit(1);
    });
  };

  process.on('uncaughtException', (error) => {
    end('The program failed', error);
  });
  process.on('unhandledRejection', (reason) => {
    end('The program failed in the background', reason);
  });
  app.on('child-process-gone', (_event, { type, reason, exitCode, name }) => {
    if (reason !== 'clean-exit')
      log.warn(`A helper process ended: ${name ?? type}, ${reason}, code ${exitCode}`);
  });
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) => {
    log.error(`The page ended: ${reason}, code ${exitCode}`);
  });
}

/** Has the app started again once this process has ended. */
function reopen(): void {
  const relaunch = relaunchOf(process.platform, process.env, process.argv);
  if (relaunch.by === 'electron') app.relaunch({ args: [...relaunch.args] });
  else spawn(relaunch.command, relaunch.args, { detached: true, stdio: 'ignore' }).unref();
}

interface ReloadOffer {
  readonly reload: () => void;
  /** The other button, and what it does. */
  readonly label: string;
  readonly leave: () => void;
}

/** When the page crashes, shows a message in its place and offers to reload it. Only unsaved input is lost. */
export function offerReload(contents: WebContents, { reload, label, leave }: ReloadOffer): void {
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const crashed = {
      title: failuresText.pageCrashedTitle,
      text: failuresText.pageCrashed,
      details: [],
      buttons: [failuresText.reload, label],
    };
    void tellIn(contents, crashed).then((button) => {
      if (button === failuresText.reload) reload();
      else leave();
    });
  });
}
