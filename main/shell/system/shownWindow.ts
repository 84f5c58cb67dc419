import { BrowserWindow, session } from 'electron';

/**
 * A window that people see; undefined if none is open. Windows that only print are hidden, in a session of their own: a dialog
 * attached to one would be hidden too.
 */
export const shownWindow = () =>
  BrowserWindow.getAllWindows().find(({ webContents }) => webContents.session === session.defaultSession);
