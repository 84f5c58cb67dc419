import { BrowserWindow, session } from 'electron';

/**
 * A window that people see, preferably the one in front; undefined if none is open. Windows that only print are hidden, in a session
 * of their own: a dialog attached to one would be hidden too.
 */
export const shownWindow = () => {
  const shown = BrowserWindow.getAllWindows().filter(
    ({ webContents }) => webContents.session === session.defaultSession,
  );
  return shown.find((window) => window.isFocused()) ?? shown[0];
};
