import { appIdentity } from './appIdentity';

/** How Windows distinguishes the app's buttons and notifications from those of others. */
export interface WindowsIdentity {
  readonly appUserModelId: string;
  readonly toastActivator: string;
}

/**
 * The identity to set on Windows before the first window. The installer's shortcut has the same ID; when running from the
 * checkout there is no shortcut and the file identifies the app.
 * @param program the absolute path of the running program
 * @returns null on other systems
 */
export const windowsIdentity = (
  platform: NodeJS.Platform,
  packaged: boolean,
  program: string,
): WindowsIdentity | null =>
  platform === 'win32'
    ? {
        appUserModelId: packaged ? appIdentity.appId : program,
        toastActivator: appIdentity.toastActivator,
      }
    : null;
