import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import icon from '../../../scripts/package/icons/128x128.png?asset';
import { offerReload } from '../failures/crashHandler';
import { productName } from '../identity/productName';
import { leastSize, type Area, type WindowPlace } from './windowPlace';

/** A window in which a page loads. Nobody sees it before it is presented. */
export interface LoadingWindow {
  readonly window: BrowserWindow;
  /** What it loads. */
  readonly address: string;
  /** Resolves when it has content. */
  readonly painted: Promise<void>;
}

/**
 * Loads our page in a new window. All have the same strict settings: what one may do, the others may, and nothing more.
 * @param address of the page
 */
export function loadPageWindow(address: string, preload: string, place: WindowPlace): LoadingWindow {
  const window = new BrowserWindow({
    ...place,
    show: false,
    title: productName,
    icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#161d26' : '#ffffff',
    webPreferences: {
      preload,
      devTools: !app.isPackaged,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  const painted = new Promise<void>((resolve) => {
    window.once('ready-to-show', resolve);
  });
  load(window, address);
  return { window, address, painted };
}

interface Presented {
  /** The address of the page, which it loads if it isn't there yet. */
  readonly address: string;
  readonly place: WindowPlace;
  readonly maximized: boolean;
  /** What a crashed page offers besides reloading: the button's label, and what it does. */
  readonly afterCrash: { readonly label: string; readonly leave: () => void };
}

/** Places a window, which appears once it has content. */
export function presentPageWindow(
  { window, address: loaded, painted }: LoadingWindow,
  { address, place, maximized, afterCrash }: Presented,
): BrowserWindow {
  const least = leastSize(workAreaFor(areaOf(place)));
  window.setMinimumSize(least.width, least.height);
  window.setBounds(place);
  if (maximized) window.maximize();
  void painted.then(() => {
    if (!window.isDestroyed()) window.show();
  });
  window.on('moved', () => {
    const { width, height } = leastSize(workAreaFor(window.getBounds()));
    window.setMinimumSize(width, height);
  });
  const reload = (): void => {
    load(window, address);
  };
  offerReload(window.webContents, { reload, ...afterCrash });
  if (address !== loaded || window.webContents.isCrashed()) reload();
  return window;
}

/** Rejects if the window is closed or reloads in the meantime, which needs no report. */
function load(window: BrowserWindow, address: string): void {
  window.loadURL(address).catch(() => undefined);
}

export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** The screen that shows most of an area, or the main one, without taskbar and Dock. */
export const workAreaFor = (bounds: Area | null): Area =>
  (bounds === null ? screen.getPrimaryDisplay() : screen.getDisplayMatching(bounds)).workArea;

/** Null: the system decides where it opens. */
const areaOf = ({ x, y, width, height }: WindowPlace): Area | null =>
  x === undefined || y === undefined ? null : { x, y, width, height };

/** The preload beside the built main process. */
export const preloadFile = (mainFolder: string): string => join(mainFolder, '../preload/index.cjs');
