import type { MenuItemConstructorOptions } from 'electron';
import type { PageCommand } from '../../../shared/navigation/pageCommands';
import { menuText } from '../window/menuText';

/** The menu of the app's icon in the Dock of macOS: what the File menu begins with, also while no window is open. */
export const dockMenuItems = (command: (command: PageCommand) => void): MenuItemConstructorOptions[] => [
  { label: menuText.newBatch, click: () => command('newBatch') },
  { label: menuText.invite, click: () => command('invite') },
];
