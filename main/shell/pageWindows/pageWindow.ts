import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import icon from '../../../scripts/package/icons/256x256.png?asset';
import { offerReload } from '../failures/crashHandler';
import { productName } from '../identity/productName';
import { leastSize, type Area, type WindowPlace } from './windowPlace';

interface PageWindowDeps {
  /** The address of the page. */
  readonly address: string;
  readonly preload: string;
  readonly place: WindowPlace;
  readonly maximized: boolean;
  /** What a crashed page offers besides reloading: the button's label, and what it does. */
  readonly afterCrash: { readonly label: string; readonly leave: () => void };
}

/**
 * A window with our page, which appears once it has content. All have the same strict settings: what one may do, the others may,
 * and nothing more.
 */
export function openPageWindow({
  address,
  preload,
  place,
  maximized,
  afterCrash,
}: PageWindowDeps): BrowserWindow {
  const least = leastSize(workAreaFor(areaOf(place)));
  const window = new BrowserWindow({
    ...place,
    minWidth: least.width,
    minHeight: least.height,
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
  if (maximized) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
  });
  window.on('moved', () => {
    const { width, height } = leastSize(workAreaFor(window.getBounds()));
    window.setMinimumSize(width, height);
  });
  const load = (): void => {
    // Rejects if the window is closed or reloads in the meantime, which needs no report.
    window.loadURL(address).catch(() => undefined);
  };
  offerReload(window.webContents, { reload: load, ...afterCrash });
  load();
  return window;
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
