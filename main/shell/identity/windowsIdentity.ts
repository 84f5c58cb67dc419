import { appIdentity } from './appIdentity';

/** By what Windows tells a program's buttons and notifications from those of others. */
export interface WindowsIdentity {
  readonly appUserModelId: string;
  readonly toastActivator: string;
}

/**
 * What to tell Windows before the first window. The installer's shortcut carries the same ID; what runs from the checkout has no
 * shortcut and is known by its file.
 * @param program the whole path of the running program
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
