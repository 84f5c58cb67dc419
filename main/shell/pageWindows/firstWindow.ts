import { pageUrl } from '../window/pageAddress';
import { loadPageWindow, preloadFile, workAreaFor, type LoadingWindow } from './pageWindow';
import { windowPlace } from './windowPlace';

/**
 * Opens the first window before the data and the settings are: its page loads meanwhile, and waits for them with its first call.
 * It gets its own place when it is presented.
 * @param mainFolder the folder of the built main process
 */
export const openFirstWindow = (mainFolder: string): LoadingWindow =>
  loadPageWindow(pageUrl, preloadFile(mainFolder), windowPlace(null, workAreaFor(null)));

/** Resolves when nothing more of the page will be requested, however that ended. */
export const loadEnds = ({ window: { webContents } }: LoadingWindow): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      resolve();
    };
    webContents.once('did-stop-loading', end);
    webContents.once('render-process-gone', end);
    webContents.once('destroyed', end);
  });
