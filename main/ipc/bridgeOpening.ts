import { ipcMain } from 'electron';
import { openingChannel } from '../../shared/bridge/channels';

/**
 * Makes the calls of every page wait until the channels are registered: a page loads while the app starts. What is answered to is
 * nothing but that they are.
 * @returns lets them through
 */
export function holdBridge(): () => void {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  ipcMain.handle(openingChannel, () => opened);
  return () => {
    open();
  };
}
