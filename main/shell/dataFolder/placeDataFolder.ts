import { app } from 'electron';
import { dataFolderFor, movedDataFolder } from './dataFolder';

/**
 * Makes Electron use the app's own data folder (see `dataFolderFor`). Must run before anything else uses a folder or the
 * single-instance lock. A folder given on the command line stays.
 * @returns what was done about an earlier folder, for the log; null: nothing
 */
export function placeDataFolder(): string | null {
  if (app.commandLine.hasSwitch('user-data-dir')) return null;
  const wanted = dataFolderFor(process.platform, process.env, app.getName());
  if (wanted === null) return null;
  const { folder, note } = movedDataFolder(app.getPath('userData'), wanted);
  app.setPath('userData', folder);
  return note;
}
