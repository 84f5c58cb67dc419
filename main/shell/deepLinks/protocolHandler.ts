import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { app } from 'electron';
import { CodedError } from '../../../shared/errors';
import { appIdentity } from '../identity/appIdentity';
import { linkRules } from './linkRules';
import { createLinuxProtocolHandler } from './linuxProtocolHandler';
import { deepLinksErrorText } from './deepLinksErrorText';

const scheme = appIdentity.linkScheme;
const run = promisify(execFile);

/** Whether the system opens our links with this app. */
export interface ProtocolHandler {
  state(): Promise<{
    readonly handled: boolean;
    readonly canArrange: boolean;
    readonly canGiveBack: boolean;
  }>;
  /** Registers it. Rejects with a CodedError that says how to do without. */
  arrange(): Promise<void>;
  /** Undoes `arrange`; links then open another copy of the app, or nothing. */
  giveBack(): Promise<void>;
}

/**
 * macOS and Linux packages bring it with them. On Windows an installed app registers at each start, and the uninstaller undoes
 * it. An AppImage or an unpacked folder isn't registered until a person asks.
 */
export function createProtocolHandler(): ProtocolHandler {
  return process.platform === 'linux' ? onLinux() : byElectron();
}

function byElectron(): ProtocolHandler {
  const uninstaller = join(dirname(process.execPath), `Uninstall ${app.getName()}.exe`);
  const rules = linkRules(process.platform, app.isPackaged, existsSync(uninstaller));
  const parameters = process.platform === 'win32' ? ['--'] : [];
  const register = (): boolean => app.setAsDefaultProtocolClient(scheme, process.execPath, parameters);
  if (rules.atStart) register();
  return {
    state() {
      const handled = app.isDefaultProtocolClient(scheme, process.execPath, parameters);
      return Promise.resolve({
        handled,
        canArrange: !handled && rules.onRequest,
        canGiveBack: handled && rules.givesBack,
      });
    },
    arrange: () => (register() ? Promise.resolve() : Promise.reject(notArranged())),
    giveBack() {
      app.removeAsDefaultProtocolClient(scheme, process.execPath, parameters);
      return Promise.resolve();
    },
  };
}

function onLinux(): ProtocolHandler {
  const home = process.env['XDG_DATA_HOME'];
  const links = createLinuxProtocolHandler({
    dataFolder: home === undefined || home === '' ? join(homedir(), '.local/share') : home,
    command: ownCommand(),
    packageEntry: app.isPackaged ? appIdentity.desktopEntry : null,
    xdgMime: async (...parameters) => (await run('xdg-mime', parameters, { timeout: 10_000 })).stdout,
  });
  // If it can't be written, Settings shows that links open nothing, and offers to set them up.
  if (appImage() !== null) links.follow().catch(() => undefined);
  return {
    async state() {
      const arranged = await links.isArranged();
      return { handled: arranged !== null, canArrange: arranged === null, canGiveBack: arranged === 'here' };
    },
    arrange: () =>
      links.arrange().catch(() => {
        throw notArranged();
      }),
    giveBack: links.giveBack,
  };
}

/** The command that starts this app: for an AppImage its own file, since its unpacked folder disappears when it ends. */
function ownCommand(): readonly string[] {
  const image = appImage();
  if (image !== null) return [image];
  return app.isPackaged ? [process.execPath] : [process.execPath, app.getAppPath()];
}

/** The AppImage this app runs from, or null. */
function appImage(): string | null {
  const image = process.env['APPIMAGE'];
  return image === undefined || image === '' ? null : image;
}

const notArranged = (): CodedError =>
  new CodedError({
    code: 'FILE_NOT_SAVED',
    message: deepLinksErrorText.notArranged,
  });
