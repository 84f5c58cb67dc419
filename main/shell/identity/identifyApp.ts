import { app } from 'electron';
import { windowsIdentity } from './windowsIdentity';

/** As in Electron 45. */
interface ToastActivation {
  readonly setToastActivatorCLSID?: (id: string) => void;
}

/** Identifies this app to Windows. Must run before the first window and notification. */
export function identifyApp(): void {
  const identity = windowsIdentity(process.platform, app.isPackaged, process.execPath);
  if (identity === null) return;
  app.setAppUserModelId(identity.appUserModelId);
  (app as ToastActivation).setToastActivatorCLSID?.(identity.toastActivator);
}
