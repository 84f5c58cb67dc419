import { execFile } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { app } from 'electron';
import { CodedError } from '../../shared/errors';
import { createLinuxLinks } from './linuxLinks';

const scheme = 'amc-access';
const run = promisify(execFile);

/** Whether the system opens our links with this program. */
export interface LinkHandling {
  state(): Promise<{ readonly handled: boolean; readonly canArrange: boolean }>;
  /** Makes it so. Rejects with a CodedError that says how to do without. */
  arrange(): Promise<void>;
}

/**
 * macOS and Linux packages bring it with them. Windows is told at each start of an installed program, and the uninstaller
 * takes it back. An AppImage or an unpacked folder on Linux is nobody's until the person asks.
 */
export function createLinkHandling(): LinkHandling {
  return process.platform === 'linux' ? onLinux() : byElectron();
}

function byElectron(): LinkHandling {
  // A program that is not installed must not take the links from one that is.
  const parameters = process.platform === 'win32' ? ['--'] : [];
  const register = (): boolean => app.setAsDefaultProtocolClient(scheme, process.execPath, parameters);
  if (process.platform === 'win32' && app.isPackaged) register();
  return {
    state() {
      const handled = app.isDefaultProtocolClient(scheme, process.execPath, parameters);
      return Promise.resolve({ handled, canArrange: !handled && app.isPackaged });
    },
    arrange: () => (register() ? Promise.resolve() : Promise.reject(notArranged())),
  };
}

function onLinux(): LinkHandling {
  const home = process.env['XDG_DATA_HOME'];
  const links = createLinuxLinks({
    dataFolder: home === undefined || home === '' ? join(homedir(), '.local/share') : home,
    command: ownCommand(),
    packageEntry: app.isPackaged ? 'amc-access-manager.desktop' : null,
    xdgMime: async (...parameters) => (await run('xdg-mime', parameters, { timeout: 10_000 })).stdout,
  });
  return {
    async state() {
      const handled = await links.isArranged();
      return { handled, canArrange: !handled };
    },
    arrange: () =>
      links.arrange().catch(() => {
        throw notArranged();
      }),
  };
}

/** What starts this program: an AppImage's own file, since what it unpacks to goes when it ends. */
function ownCommand(): readonly string[] {
  const image = process.env['APPIMAGE'];
  if (image !== undefined && image !== '') return [image];
  return app.isPackaged ? [process.execPath] : [process.execPath, app.getAppPath()];
}

const notArranged = (): CodedError =>
  new CodedError({
    code: 'FILE_NOT_SAVED',
    message:
      'This system could not be told to open redeem links with the app. Links can still be pasted under Redeem.',
  });
