import { app, Menu } from 'electron';
import type { PageCommand } from '../../../shared/navigation/pageCommands';
import { dockMenuItems } from './dockMenuItems';
import { windowsTasks } from './taskArgument';

/**
 * Offers what people start most often from the app's icon: in the Dock of macOS, and in the jump list of Windows. Linux has no such
 * menu that a running app can set. From a checkout, Windows would start Electron without the app.
 */
export function offerTasks(command: (command: PageCommand) => void): void {
  app.dock?.setMenu(Menu.buildFromTemplate(dockMenuItems(command)));
  if (process.platform === 'win32' && app.isPackaged) app.setUserTasks(windowsTasks(process.execPath));
}
