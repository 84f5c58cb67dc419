import type { BrowserWindow } from 'electron';
import { placeOf } from '../../../shared/navigation/routes';
import type { WindowRoute } from '../../../shared/navigation/ownWindow';
import { CodedError } from '../../../shared/errors';
import { failuresText } from '../failures/failuresText';
import type { SettingsStore } from '../system/settings';
import { furtherPlace } from './furtherPlace';
import { bringForward, loadPageWindow, presentPageWindow, workAreaFor } from './pageWindow';
import { pageWindowsErrorText } from './pageWindowsErrorText';
import { ownWindowUrlOf } from './pageUrls';

/** Each is a process of its own, and a page that was taken over must not fill the screen with them. */
const maxFurtherWindows = 12;

interface FurtherWindowsDeps {
  readonly settings: SettingsStore;
  readonly preload: string;
  /** Called with each window that opened. */
  readonly opened: (window: BrowserWindow) => void;
}

/** The windows that show one batch or one person each. They aren't opened again after a restart. */
export interface FurtherWindows {
  /** The open ones, oldest first. */
  all(): readonly BrowserWindow[];
  /**
   * Opens a window, or brings the one that shows this already forward.
   * @param opener the window it is opened from
   * @throws CodedError INVALID_INPUT if there are too many
   */
  open(
    route: WindowRoute,
    opener: BrowserWindow | null,
  ): { readonly window: BrowserWindow; readonly isNew: boolean };
  closeAll(): void;
}

export function createFurtherWindows({ settings, preload, opened }: FurtherWindowsDeps): FurtherWindows {
  const windows = new Map<string, BrowserWindow>();
  const all = (): readonly BrowserWindow[] => [...windows.values()];

  const openNew = (route: WindowRoute, opener: BrowserWindow | null): BrowserWindow => {
    const kind = route.screen === 'batch' ? 'batch' : 'person';
    const remembered = settings.furtherWindowState(kind);
    const openerArea = opener?.getBounds() ?? null;
    const others = [...all(), ...(opener === null ? [] : [opener])].map((each) => each.getBounds());
    const workArea = workAreaFor(remembered?.bounds ?? openerArea);
    const address = ownWindowUrlOf(route);
    const place = furtherPlace(remembered?.bounds ?? null, openerArea, others, workArea);
    const window = presentPageWindow(loadPageWindow(address, preload, place), {
      ...{ address, place },
      maximized: remembered?.maximized === true,
      afterCrash: { label: failuresText.closeWindow, leave: () => window.close() },
    });
    window.on('close', () => {
      settings.rememberFurtherWindow(kind, {
        bounds: window.getNormalBounds(),
        maximized: window.isMaximized(),
      });
    });
    return window;
  };

  return {
    all,
    open(route, opener) {
      const place = placeOf(route);
      const known = windows.get(place);
      if (known !== undefined) {
        bringForward(known);
        // Only the part after # differs, so the page goes to the row and keeps its state.
        if (route.screen === 'batch' && route.rowId !== undefined) {
          known.webContents.loadURL(ownWindowUrlOf(route)).catch(() => undefined);
        }
        return { window: known, isNew: false };
      }
      if (windows.size >= maxFurtherWindows) throw tooManyWindows();
      const window = openNew(route, opener);
      windows.set(place, window);
      window.on('closed', () => windows.delete(place));
      opened(window);
      return { window, isNew: true };
    },
    closeAll() {
      for (const window of all()) window.close();
    },
  };
}

const tooManyWindows = (): CodedError =>
  new CodedError({
    code: 'INVALID_INPUT',
    message: pageWindowsErrorText.tooManyWindows(String(maxFurtherWindows)),
  });
